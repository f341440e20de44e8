import { type Kysely, sql } from 'kysely';

/** Referrals and reviews stand in the same lists as incidents. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table incidents rename to records`.execute(db);
  await sql`alter table records add column kind text not null default 'incident'`.execute(db);
  for (const index of [
    'incidents_by_due',
    'open_incidents_by_due',
    'incidents_by_day',
    'incidents_by_case',
  ]) {
    await sql`alter index ${sql.ref(index)} rename to ${sql.ref(index.replace('incidents', 'records'))}`.execute(
      db,
    );
  }
}
