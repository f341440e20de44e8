import type { Section } from '../record/section';
import { momentInWords } from '../when';
import { dateInWords } from '../wording';
import type { ReferralView } from './view';
import { outcomeWords, viewWords } from './wording';

/** A referral in words, beside its tasks: what was handed in, what to look at, what was decided. */
export function referralSections(view: ReferralView): Section[] {
  return [
    { title: 'Practice review referral', lines: aboutIt(view) },
    { title: 'Look at this first', lines: view.flags.map(({ words }) => words) },
    { title: 'What was referred', lines: referred(view) },
    { title: 'Not answered yet', lines: view.unanswered.map(({ ask }) => ask) },
    { title: 'Partners’ views', lines: view.views.map(viewLine) },
    { title: 'Decisions', lines: view.decisions.flatMap(decisionLines) },
  ];
}

const aboutIt = ({ notice, receivedAt, incident }: ReferralView): string[] => [
  notice,
  `Received: ${momentInWords(receivedAt)}`,
  ...(incident === null ? [] : [`Incident record: ${incident}`]),
];

function referred({ form }: ReferralView): string[] {
  const { capacity, role, agency } = form.referrer;
  const said = {
    'Referred by': [capacity, role, agency].filter((part) => part !== null).join(', '),
    'Why the criteria are met': form.whyCriteriaMet,
    'What happened': form.whatHappened,
    'Lesson hoped for': form.lessonHoped,
    'The agency’s own review': form.internalReview?.reference ?? null,
  };
  return Object.entries(said).flatMap(([what, text]) => (text === null ? [] : `${what}: ${text}`));
}

const viewLine = ({ partner, view, reason, at, by }: ReferralView['views'][number]): string =>
  `${partner}: ${viewWords[view]}, because ${reason} (recorded by ${by}, ${momentInWords(at)})`;

function decisionLines(decision: ReferralView['decisions'][number]): string[] {
  const { outcome, moreBy, at, decidedBy, dissenting, dissent } = decision;
  const by = moreBy === null ? '' : ` by ${dateInWords(moreBy)}`;
  return [
    `${outcomeWords[outcome]}${by}: ${decision.reason} (${decidedBy}, ${momentInWords(at)})`,
    `Importance in the area: ${decision.importance}`,
    `What agencies could learn together: ${decision.lesson}`,
    `The referrer is told: ${decision.toReferrer}`,
    ...(dissenting.length > 0 ? [`Saw it otherwise: ${dissenting.join(', ')}`] : []),
    ...(dissent === null ? [] : [`Dissent: ${dissent}`]),
  ];
}
