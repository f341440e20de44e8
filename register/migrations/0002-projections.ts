import { type Kysely, sql } from 'kysely';

/** What lists, tasks and dashboards read; all of it follows from the entries. */
export async function up(db: Kysely<never>): Promise<void> {
  await incidents(db);
  await sql`
    create table tasks (
      reference text not null,
      task text not null,
      position integer not null,
      kind text not null,
      title text not null,
      recipient text,
      child text,
      criteria text[] not null,
      strength text not null,
      held_by text,
      owner text,
      state text not null,
      opened_at timestamptz not null,
      due_on date,
      due_at timestamptz,
      done_at timestamptz,
      primary key (reference, position)
    )`.execute(db);
  await messages(db);
  await indexes(db);
  await sql`
    grant select, insert, update, delete on incidents, tasks, messages to notifiable_app
  `.execute(db);
}

async function incidents(db: Kysely<never>): Promise<void> {
  await sql`
    create table incidents (
      reference text primary key,
      summary_number integer not null,
      status text not null,
      decision text not null,
      rulebook text not null,
      became_aware_at timestamptz not null,
      occurred_on date,
      place text,
      area text,
      case_marks text[] not null,
      next_due_at timestamptz,
      task_count integer not null
    )`.execute(db);
}

async function messages(db: Kysely<never>): Promise<void> {
  await sql`
    create table messages (
      reference text not null,
      number integer not null,
      at timestamptz not null,
      outcome text not null,
      message_id text,
      addressees text[] not null,
      kinds text[] not null,
      tasks text[] not null,
      instead text,
      detail text,
      attempts integer not null,
      first_tried_at timestamptz,
      last_tried_at timestamptz,
      ambiguous boolean not null,
      primary key (reference, number)
    )`.execute(db);
}

/** In the order of the lists, so that a page reads no more than a page. */
async function indexes(db: Kysely<never>): Promise<void> {
  await sql`
    create index incidents_by_due on incidents (coalesce(next_due_at, 'infinity'), reference)
  `.execute(db);
  await sql`
    create index open_incidents_by_due on incidents (coalesce(next_due_at, 'infinity'), reference)
    where status = 'open'`.execute(db);
  await sql`create index incidents_by_day on incidents (occurred_on, place, area)`.execute(db);
  await sql`create index incidents_by_case on incidents using gin (case_marks)`.execute(db);
  const order = sql`coalesce(due_at, 'infinity'), reference, position`;
  const isUnfinished = sql`state in ('open', 'acknowledged')`;
  await sql`create index tasks_by_due on tasks (${order})`.execute(db);
  await sql`create index open_tasks_by_due on tasks (${order}) where ${isUnfinished}`.execute(db);
  await sql`create index tasks_by_criterion on tasks using gin (criteria)`.execute(db);
  await sql`
    create index open_tasks_counted on tasks (recipient, owner, state, due_at)
    where ${isUnfinished}`.execute(db);
  await sql`create index tasks_by_owner on tasks (owner, ${order})`.execute(db);
  await sql`create index tasks_by_recipient on tasks (recipient, ${order})`.execute(db);
}
