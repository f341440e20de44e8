import type { Authority } from '../../../domain/authority';
import { missingWords } from '../../../domain/own-task-plan';
import type { Plan } from '../../../domain/plan';
import { dateInForce, skippedWords } from '../../../domain/record/date-in-force';
import { rulebookOf } from '../../../domain/rulebook';
import { shortDate } from '../../../domain/when';
import { authorityName, strengthWords } from '../../../domain/wording';

/** Each child’s criteria: the answer, why, on which source, and what is missing. */
export const criteriaShown = ({ children, rulebook }: Plan) =>
  children.map(({ ref, criteria }) => ({
    ref,
    criteria: criteria.map((one) => ({
      ...one,
      words: rulebookOf(rulebook).criteria.find(({ id }) => id === one.id)?.words ?? one.id,
      toFindOut: one.missing.map((fact) => missingWords[fact]),
    })),
  }));

/** Each task that would be open, with its date and how its days were counted. */
export const tasksShown = ({ duties, ownTasks, now }: Plan, authority: Authority) => [
  ...duties.map(({ title, strength, clock, strict, kind, heldBy, holderReason }) => {
    const inForce = strict !== null && strict.dueAt > now ? strict : clock;
    return {
      title,
      strength: strengthWords[strength],
      date: dateInForce({
        ...{ dueOn: clock.dueOn, dueAt: clock.dueAt, strictDueOn: (strict ?? clock).dueOn },
        inForceDueAt: inForce.dueAt,
      }),
      holder: kind === 'notify' ? null : `${authorityName(authority, heldBy)}: ${holderReason}`,
      counted: inForce.counted.map(shortDate),
      skipped: inForce.skipped.map(skippedWords),
    };
  }),
  ...ownTasks.map(({ title, because, clock }) => ({
    ...{ title, strength: `Because ${because}.`, holder: null, counted: [], skipped: [] },
    date: { on: clock.dueOn, isClaimed: false, beside: null },
  })),
];
