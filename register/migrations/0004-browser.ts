import { type Kysely, sql } from 'kysely';

/** What the browser's pages need beside the history. */
export async function up(db: Kysely<never>): Promise<void> {
  await sessions(db);
  await drafts(db);
  await received(db);
  await absences(db);
  await evidenceFiles(db);
}

/** As connect-pg-simple wants it: its columns and their types are not ours to choose. */
async function sessions(db: Kysely<never>): Promise<void> {
  await sql`
    create table web_sessions (
      sid varchar primary key,
      sess json not null,
      expire timestamp(6) not null
    )`.execute(db);
  await sql`create index web_sessions_by_expiry on web_sessions (expire)`.execute(db);
  await sql`grant select, insert, update, delete on web_sessions to notifiable_app`.execute(db);
}

async function drafts(db: Kysely<never>): Promise<void> {
  await sql`
    create table drafts (
      id text primary key,
      person text not null,
      reference text,
      sealed text not null,
      updated_at timestamptz not null
    )`.execute(db);
  await sql`create index drafts_by_person on drafts (person, updated_at)`.execute(db);
  await sql`grant select, insert, update, delete on drafts to notifiable_app`.execute(db);
}

async function received(db: Kysely<never>): Promise<void> {
  await sql`
    create table received (
      reference text primary key,
      person text not null,
      sealed text,
      at timestamptz not null,
      started_at timestamptz,
      problem text
    )`.execute(db);
  await sql`
    create index received_waiting on received (at) where started_at is null and problem is null
  `.execute(db);
  await sql`
    grant select, insert, update (sealed, started_at, problem) on received to notifiable_app
  `.execute(db);
  await refuse(db, 'delete or truncate', 'received');
}

async function absences(db: Kysely<never>): Promise<void> {
  await sql`
    create table absences (
      id text primary key,
      person text not null,
      from_on date not null,
      to_on date not null check (to_on >= from_on),
      cover text,
      by text not null,
      at timestamptz not null,
      ended_by text,
      ended_at timestamptz
    )`.execute(db);
  await sql`create index absences_by_end on absences (to_on)`.execute(db);
  await sql`
    grant select, insert, update (ended_by, ended_at) on absences to notifiable_app
  `.execute(db);
  await refuse(db, 'delete or truncate', 'absences');
}

async function evidenceFiles(db: Kysely<never>): Promise<void> {
  await sql`
    create table evidence_files (
      id text primary key,
      reference text not null,
      name text not null,
      type text not null,
      size integer not null check (size between 1 and 10485760),
      sha256 text not null,
      sealed bytea not null,
      by text not null,
      at timestamptz not null
    )`.execute(db);
  await sql`create index evidence_files_by_case on evidence_files (reference, at)`.execute(db);
  await sql`grant select, insert on evidence_files to notifiable_app`.execute(db);
  await refuse(db, 'update or delete or truncate', 'evidence_files');
}

async function refuse(db: Kysely<never>, changes: string, table: string): Promise<void> {
  await sql`
    create trigger only_grows before ${sql.raw(changes)} on ${sql.table(table)}
    for each statement execute function refuse_change()`.execute(db);
}
