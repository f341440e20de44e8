import { resolve } from 'node:path';
import { findTemporalBinary } from '../../local/temporal-binary';

/** The real program, kept in the project's own data folder so that it is fetched once. */
export const temporalBinary = () => findTemporalBinary(resolve('.notifiable'), () => undefined);
