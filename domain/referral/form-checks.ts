import { londonDateOf } from '../calendar';
import type { Problem } from '../problem';
import { areaProblems, bornTooLate, childrenProblems } from '../report-checks';
import type { FormDraft } from './form-draft';
import { questions } from './questions';

/** Every rule that joins two fields or needs the present moment (an instant, UTC). */
export function formProblems(draft: FormDraft, now: string): Problem[] {
  const receivedAt = draft.receivedAt ?? now;
  // Awareness is no later than the receipt, so the report's own checks go by it.
  const report = { ...draft, becameAwareAt: receivedAt };
  return [
    ...missingProblems(draft),
    ...receiptProblems(draft, now),
    ...dateProblems(draft, londonDateOf(receivedAt)),
    // An area that is left open prompts: the facts cannot be judged until it is known.
    ...(draft.incidentArea === null ? [] : areaProblems(draft)),
    ...childrenProblems(draft),
    ...draft.children.flatMap((child, index) => bornTooLate(child, `children[${index}]`, report)),
  ];
}

/** The few answers without which it is no referral. Whatever else is missing only prompts. */
function missingProblems(draft: FormDraft): Problem[] {
  const isReferral = draft.kind === 'referral';
  const needed = {
    concernReference: draft.concernRaised === 'yes' && draft.concernReference === null,
    whyCriteriaMet: isReferral && draft.whyCriteriaMet === null,
    whatHappened: isReferral && draft.whatHappened === null,
    internalReview: draft.kind === 'considered-not-referring' && draft.internalReview === null,
  } as const;
  const names = (Object.keys(needed) as (keyof typeof needed)[]).filter((name) => needed[name]);
  const problems = names.map((path) => missing(path, questions[path].ask));
  const isNobody = draft.who?.every((text) => text === null);
  return isNobody
    ? [...problems, missing('referrer', 'Give a name, a role or an agency')]
    : problems;
}

const missing = (path: string, remedy: string): Problem => ({
  path,
  problem: 'This is missing',
  remedy,
});

function receiptProblems({ receivedAt }: FormDraft, now: string): Problem[] {
  if (!receivedAt || receivedAt <= now) return [];
  const remedy =
    'Write when the Partnership Business Manager received it, with its offset from UTC';
  return [{ path: 'receivedAt', problem: 'This moment is in the future', remedy }];
}

function dateProblems({ occurredOn, becameApparentOn }: FormDraft, receivedOn: string): Problem[] {
  const problem = 'This is after the day on which the referral was received';
  const remedy = 'Correct the date or receivedAt: compared are their dates in London';
  const problems = Object.entries({ occurredOn, becameApparentOn }).flatMap(([path, on]) =>
    on && on > receivedOn ? [{ path, problem, remedy }] : [],
  );
  if (occurredOn && becameApparentOn && becameApparentOn < occurredOn) {
    problems.push({
      path: 'becameApparentOn',
      problem: 'This is before it happened',
      remedy: 'Correct becameApparentOn or occurredOn',
    });
  }
  return problems;
}
