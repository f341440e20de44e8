import type { Client } from '@temporalio/client';
import type { Authority } from '../domain/authority';
import type { Calendar } from '../domain/calendar';
import type { Entry } from '../domain/record/entry';
import type { AnyState } from '../domain/records';
import type { Register } from '../register/register';
import type { Settings } from '../settings';
import { withDeadline } from '../temporal/deadline';
import type { KeptRecord } from '../workflows/messages';
import type { Search } from './search';

/** What the client works with. */
export interface CasesContext {
  /** Rejects with Unreachable where Temporal does not answer within so many seconds. */
  readonly connect: (seconds: number) => Promise<Client>;
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly readAuthority: () => Promise<Authority>;
  readonly history: { read(reference: string): Promise<Entry[]> };
  /** null: the history is not kept in a database. */
  readonly register: Register | null;
  readonly now: () => string;
  /** What Temporal said of records in this request: to look again asks nobody. Absent: it does. */
  readonly looked?: Map<string, Search<KeptRecord<AnyState>>>;
}

/** Long enough for a worker that is just starting, short enough for somebody who waits. */
export const patience = 15;

/** Calls to Temporal that must be over in so many seconds; throws Unreachable where they are not. */
export async function inTime<T>(
  { connect, settings }: CasesContext,
  calls: (client: Client) => Promise<T>,
  seconds = patience,
): Promise<T> {
  const client = await connect(seconds);
  return withDeadline(client, { settings, seconds }, () => calls(client));
}
