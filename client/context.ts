import type { Client } from '@temporalio/client';
import type { Authority } from '../domain/authority';
import type { Calendar } from '../domain/calendar';
import type { Entry } from '../domain/case/entry';
import type { Register } from '../register/register';
import type { Settings } from '../settings';
import { withDeadline } from '../temporal/deadline';

/** What the client works with. */
export interface CasesContext {
  readonly client: Client;
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly readAuthority: () => Promise<Authority>;
  readonly history: { read(reference: string): Promise<Entry[]> };
  /** null: the history is not kept in a database. */
  readonly register: Register | null;
  readonly now: () => string;
}

/** Long enough for a worker that is just starting, short enough for somebody who waits. */
const seconds = 15;

/** Calls to Temporal that must be over in time; throws Unreachable where they are not. */
export function inTime<T>({ client, settings }: CasesContext, calls: () => Promise<T>): Promise<T> {
  return withDeadline(client, { settings, seconds }, calls);
}
