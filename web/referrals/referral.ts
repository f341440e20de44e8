import type { ReferralView } from '../../domain/referral/view';
import { outcomeWords, viewWords } from '../../domain/referral/wording';
import { dateInWords } from '../../domain/wording';
import { momentInWords } from '../../domain/when';
import { statusOf } from '../record/status';
import { taskCard } from '../record/task-card';
import { nameOf } from '../who';
import { sentence } from '../sentence';
import type { RecordVisit } from '../visit';
import { answersOf } from './answers';

/** A practice review referral: what to look at, what was handed in, what the partners make of it. */
export function shownReferral(visit: RecordVisit, referral: ReferralView) {
  return {
    referral,
    status: statusOf(visit),
    answers: answersOf(referral.form),
    unanswered: unansweredOf(referral),
    views: partnersViews(referral, visit),
    decisions: referral.decisions.map((one) => decisionShown(one, visit)).toReversed(),
    tasks: referral.tasks.map((task) => taskCard(task, visit)),
  };
}

/** Each question that is open, with the child whom it is about. */
const unansweredOf = ({ unanswered, form }: ReferralView): string[] =>
  unanswered.map(({ field, ask }) => {
    const index = /^children\[(\d+)\]/.exec(field)?.[1];
    const child = index === undefined ? undefined : form.children[Number(index)];
    return child ? `Child ${child.ref}: ${ask}` : ask;
  });

/** Every statutory partner, with its view or without one. */
function partnersViews({ views }: ReferralView, { authority }: RecordVisit) {
  return authority.partners.map(({ id, name }) => {
    const given = views.find(({ partner }) => partner === id);
    if (!given) return { name, view: null };
    const { view, reason, by, at } = given;
    const recorded = `${nameOf(authority, by)}, ${momentInWords(at)}`;
    return { name, view: sentence(viewWords[view]), reason, recorded };
  });
}

function decisionShown(decision: ReferralView['decisions'][number], { authority }: RecordVisit) {
  const { outcome, moreBy, decidedBy, at, reason, importance, lesson, toReferrer } = decision;
  const by = moreBy === null ? '' : ` by ${dateInWords(moreBy)}`;
  const dissenting = decision.dissenting.map((id) => nameOf(authority, `partner:${id}`));
  return {
    title: `${sentence(outcomeWords[outcome])}${by}`,
    rows: [
      { label: 'Why', text: reason },
      { label: 'Issues of importance in the area', text: importance },
      { label: 'What agencies could learn together', text: lesson },
      { label: 'What the referrer is told', text: toReferrer },
      {
        label: 'Whose view does not fit it',
        text: dissenting.length > 0 ? dissenting.join(', ') : 'Nobody’s',
      },
      ...(decision.dissent === null ? [] : [{ label: 'Dissent', text: decision.dissent }]),
      { label: 'Recorded', text: `${nameOf(authority, decidedBy)}, ${momentInWords(at)}` },
    ],
  };
}
