import { resolve } from 'node:path';

/** The program as users run it, built; run `npm run build` after a change. */
export const program = resolve('bin/notifiable.js');
