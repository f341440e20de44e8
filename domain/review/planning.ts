import { addCalendarMonths, londonDateOf, utc } from '../calendar';
import type { DateRule, DatesRequest } from '../dates';
import { redateRequest } from '../record/redate';
import type { OwnTaskKind } from '../own-tasks';
import type { ReviewCommand, ReviewCommandName, ReviewCommandOf } from './commands';
import { isUnderWay, type ReviewState } from './state';
import type { ReviewTaskKind } from './tasks';

/** What must be worked out before a command can be carried out; null when it needs no dates. */
export function datesFor(
  state: ReviewState,
  command: ReviewCommand,
  now: string,
): DatesRequest | null {
  const wants = rules[command.name] as Wants<ReviewCommand> | undefined;
  return wants?.(state, command, now) ?? null;
}

type Wants<C> = (state: ReviewState, command: C, now: string) => DatesRequest | null;

const rules: { readonly [Name in ReviewCommandName]?: Wants<ReviewCommandOf<Name>> } = {
  askAgency: ({ notifiedAt }, { by }, now) =>
    by === null
      ? request(now, { 'agency-summary': {} }, notifiedAt)
      : given('agency-summary', by, now),
  done: (state, { tasks, at }, now) => {
    const kinds = followUps(state, tasks);
    if (kinds.length === 0) return null;
    return request(now, Object.fromEntries(kinds.map((kind) => [kind, {}])), utc(at));
  },
  decideReview: (state, { decision, at }, now) => {
    if (state.publication !== null) {
      return decision === 'local-review' ? null : request(now, { 'tell-decision': {} });
    }
    return decision === 'local-review' ? localReview(utc(at), now) : null;
  },
  recordReply: (_, { by }, now) => (by === null ? null : given('written-request', by, now)),
  askInWriting: (_, { by }, now) => given('written-request', by, now),
  planPublication: (_, { on }, now) => ({
    ...request(now, { 'send-report': beforePublication(on), 'tell-delay': {} }),
    toCome: { '--on': on },
  }),
  withholdReport: (_state, _command, now) => request(now, { 'tell-delay': {} }),
  publish: (_, { on }, now) =>
    request(now, {
      'send-report': beforePublication(on),
      'still-online': { due: { months: 12, after: on } },
    }),
  addAction: (_, { by }, now) => given('learning-action', by, now),
  endReview: (_state, _command, now) => request(now, { approve: {} }),
  redate: (state, _, now) => redateRequest(state, now),
};

type Wanted = Partial<Record<OwnTaskKind, { readonly due?: DateRule; readonly startsAt?: string }>>;

/** Each task under its kind, counted from `startsAt`: now, where none is given. Instants, UTC. */
export function request(now: string, wanted: Wanted, startsAt = now): DatesRequest {
  const tasks = Object.entries(wanted).map(
    ([kind, rest]) => [kind, { kind: kind as OwnTaskKind, startsAt, ...rest }] as const,
  );
  return { now, tasks: Object.fromEntries(tasks) };
}

/** A date that a person gave. */
const given = (kind: ReviewTaskKind, by: string, now: string): DatesRequest => ({
  ...request(now, { [kind]: { due: { on: by } } }),
  toCome: { '--by-date': by },
});

/** Publication is day 0, and the count goes back. */
const beforePublication = (on: string) => ({ due: { workingDays: 7, before: on } }) as const;

/** Six calendar months, and all that runs beside them, from the partners' decision on. */
const localReview = (decidedAt: string, now: string): DatesRequest =>
  request(
    now,
    {
      'appoint-reviewer': {},
      'tell-decision': {},
      'progress-check': {},
      publish: { due: { months: 6 } },
      'send-report': beforePublication(addCalendarMonths(londonDateOf(decidedAt), 6)),
    },
    decidedAt,
  );

/** What opens once these tasks are done: the Panel’s reply, the next check of progress. */
export function followUps(state: ReviewState, done: readonly string[]): ReviewTaskKind[] {
  const kinds = state.tasks.filter(({ id }) => done.includes(id)).map(({ kind }) => kind);
  const isSent = kinds.includes('dispatch-rapid-review');
  return [
    ...(isSent && state.replies.length === 0 ? (['panel-reply'] as const) : []),
    ...(kinds.includes('progress-check') && isUnderWay(state) ? (['progress-check'] as const) : []),
  ];
}
