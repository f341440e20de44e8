import { page, type Answer } from './answer';
import type { Visit } from './visit';

/** Where everybody begins. */
export const showHome = ({ person }: Visit): Answer => page('home', { person });
