import { type Kysely, sql } from 'kysely';

/** The two append-only streams. Nobody's UPDATE, DELETE or TRUNCATE passes, the owner's neither. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table entries (
      sequence bigint primary key,
      reference text not null,
      number integer not null check (number > 0),
      recorded_at timestamptz not null,
      body bytea not null,
      previous_hash bytea not null,
      hash bytea not null,
      previous_register_hash bytea not null unique,
      register_hash bytea not null,
      unique (reference, number)
    )`.execute(db);
  await sql`create index entries_by_case on entries (reference, sequence)`.execute(db);
  await sql`
    create table accesses (
      sequence bigint primary key,
      at timestamptz not null,
      who text not null,
      what text not null,
      reference text,
      body bytea not null,
      previous_hash bytea not null unique,
      hash bytea not null
    )`.execute(db);
  await sql`create index accesses_by_case on accesses (reference, sequence)`.execute(db);
  await onlyGrowing(db, ['entries', 'accesses']);
  await sql`grant select on kysely_migration to notifiable_app`.execute(db);
}

async function onlyGrowing(db: Kysely<never>, tables: readonly string[]): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'The register only grows: % of % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
    end $$`.execute(db);
  for (const table of tables) {
    await sql`
      create trigger only_grows before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
    await sql`grant select, insert on ${sql.table(table)} to notifiable_app`.execute(db);
  }
}
