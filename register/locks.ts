import { sql, type Transaction } from 'kysely';
import type { Tables } from './schema';

/**
 * Advisory locks, held until the transaction ends. Taken in this order, so that nobody waits in a
 * ring: rebuilding (shared by all who append), one case, and a chain, as the last thing and briefly.
 */
const space = 0x6e6f7469;
const numbers = { rebuild: 1, register: 2, accesses: 3 } as const;

export type Work = Transaction<Tables>;

export async function lockChain(work: Work, chain: 'register' | 'accesses'): Promise<void> {
  await sql`select pg_advisory_xact_lock(${space}::int, ${numbers[chain]}::int)`.execute(work);
}

export async function lockCase(work: Work, reference: string): Promise<void> {
  await sql`
    select pg_advisory_xact_lock_shared(${space}::int, ${numbers.rebuild}::int),
      pg_advisory_xact_lock(${space + 1}::int, hashtext(${reference}))`.execute(work);
}

export async function lockForRebuild(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(${space}::int, ${numbers.rebuild}::int)`.execute(work);
}
