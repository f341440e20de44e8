import { setTimeout as wait } from 'node:timers/promises';
import type { Cases, Outcome } from '../client/answers';
import { londonInstant } from '../domain/calendar';
import type { Entry } from '../domain/record/entry';
import { tasksOf, type RecordView } from '../domain/records';
import { parseReferral } from '../domain/referral/form';
import type { Settings } from '../settings';
import { skipTo, timeInside } from '../temporal/skip-to';
import { onStage, type Stage } from './rehearsal-stage';
import { actFor, valueOf, type Part } from './rehearsed-parts';

/** What happened in each record of a rehearsal, in the order in which they began. */
export type RehearsedRecords = readonly {
  readonly reference: string;
  readonly entries: readonly Entry[];
}[];

/**
 * A referral, the incident that is started from it, its rapid review and the local review until it
 * is published, each by the real workflow on a real server that skips time. Everybody does what
 * they must in the afternoon of the day on which it is due.
 */
export async function rehearseReferral(
  form: unknown,
  settings: Settings,
  say: (line: string) => void,
): Promise<Outcome<RehearsedRecords>> {
  const parsed = parseReferral(form, { now: new Date().toISOString() });
  if (!parsed.ok) return parsed;
  return { ok: true, value: await onStage(settings, say, (stage) => play(stage, form)) };
}

async function play(stage: Stage, form: unknown): Promise<RehearsedRecords> {
  const { client, authorityFile, casesOver } = stage;
  let at = new Date().toISOString();
  const cases = casesOver(client.connection, () => at);
  const authority = await authorityFile.read();
  const references = [valueOf(await cases.refer({ form, reference: null, by: null })).reference];
  for (;;) {
    const views = await Promise.all(references.map((reference) => look(cases, reference)));
    const begun = reviewsOf(views).filter((one) => !references.includes(one));
    references.push(...begun);
    if (begun.length > 0) continue;
    const next = nextPart(views);
    if (next === null) break;
    const { reference } = next.view;
    at = later(at, londonInstant(dueOf(next), '15:00'));
    if (at > new Date(await timeInside(client, reference)).toISOString()) {
      await skipTo(client, reference, at);
    }
    references.push(...(await actFor(next, { cases, authority, at })));
  }
  return Promise.all(
    references.map(async (reference) => ({
      reference,
      entries: valueOf(await cases.history(reference)),
    })),
  );
}

/** What is due first of all that is open; null once the report is published. */
function nextPart(views: readonly RecordView[]): Part | null {
  const isPublished = views.some((view) => view.kind === 'review' && view.publication?.publishedOn);
  if (isPublished) return null;
  const open = views.flatMap((view) =>
    tasksOf(view)
      .filter(({ state }) => state === 'open' || state === 'late')
      .map((task) => ({ view, task })),
  );
  const [first = null] = open.toSorted((one, other) => (dueOf(one) < dueOf(other) ? -1 : 1));
  return first;
}

/** A report is published when that is planned, which may be after it was due. */
function dueOf({ view, task }: Part): string {
  if (task.kind !== 'publish' || view.kind !== 'review') return task.dueOn ?? '9999-12-31';
  return view.publication?.plannedOn ?? '';
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** As it stands; an incident that calls for a rapid review, once that has begun. */
async function look(cases: Cases, reference: string): Promise<RecordView> {
  for (;;) {
    const view = valueOf(await cases.inspect(reference));
    if (view.kind !== 'incident' || view.review?.isBegun !== false) return view;
    await wait(100);
  }
}

const reviewsOf = (views: readonly RecordView[]): string[] =>
  views.flatMap((view) => (view.kind === 'incident' && view.review ? view.review.reference : []));
