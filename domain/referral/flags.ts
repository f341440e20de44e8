import { comparisonInWords, likelyInWords } from '../case/duplicates';
import { addCalendarMonths, dayNumber } from '../day';
import { decidedHere } from '../own-task';
import { missingWords } from '../own-task-plan';
import { counted, dateInWords } from '../wording';
import { isUnfinished } from '../record/task-book';
import { meetsCriteria, type ReferralState } from './state';

const page = 'Procedure page, referral to the safeguarding partners';

/** What to look at before deciding. Each blocks nothing, and a person judges it. */
const rules = {
  concern: {
    source: `${page}: considering a review never delays raising a safeguarding concern`,
    words: ({ form, tasks }) => {
      const raised = tasks.filter(({ kind }) => kind === 'raise-concern');
      const isRaised = raised.length > 0 && !raised.some(isUnfinished);
      if (form.concernRaised === 'yes' || isRaised) return null;
      const said = form.concernRaised === 'no' ? 'was not raised' : 'may not have been raised';
      return `A safeguarding concern ${said}: raise it with the front door now.`;
    },
  },
  'criteria-met': {
    source: 'Children Act 2004 s16C(1): a referral is not a notification, and delays none',
    words: (state) =>
      meetsCriteria(state) && state.incident === null
        ? 'The facts already meet the criteria for a notification, and its clock has been running ' +
          'since the authority became aware. Start the incident record (notifiable start-incident).'
        : null,
  },
  'not-judged': {
    source: decidedHere,
    words: ({ notJudged }) =>
      notJudged.length > 0
        ? `The facts could not be judged by the criteria: ${notJudged
            .map(({ path, problem, remedy }) => `${path}: ${problem}. ${remedy}`)
            .join('; ')}.`
        : null,
  },
  'not-yet-known': {
    source: decidedHere,
    words: ({ children }) => {
      const missing = children.flatMap(({ ref, criteria }) => {
        const facts = [...new Set(criteria.flatMap((criterion) => criterion.missing))];
        return facts.length > 0
          ? [`child ${ref}: ${facts.map((fact) => missingWords[fact]).join(', ')}`]
          : [];
      });
      return missing.length > 0
        ? `Whether the criteria are met is not yet known for ${missing.join('; ')}. The clock of a ` +
            'notification may be running all the same.'
        : null;
    },
  },
  delay: {
    source: `${page}: as soon as it is apparent`,
    words: ({ form: { becameApparentOn }, receivedOn }) => {
      if (becameApparentOn === null || becameApparentOn >= receivedOn) return null;
      const days = dayNumber(receivedOn) - dayNumber(becameApparentOn);
      return (
        `It was received ${counted(days, 'day')} after ${dateInWords(becameApparentOn)}, when it ` +
        'became apparent. Whether that is unreasonable is the Business Manager’s judgement.'
      );
    },
  },
  'over-twelve-months': {
    source: `${page}: cases over twelve months old; counted from the incident by our decision`,
    words: ({ form: { occurredOn, whyOverTwelveMonths }, receivedOn }) => {
      if (occurredOn === null || receivedOn <= addCalendarMonths(occurredOn, 12)) return null;
      const reason =
        whyOverTwelveMonths === null
          ? 'No reason is given why it should be looked at now: ask for it.'
          : `Why it should be looked at now: ${whyOverTwelveMonths}.`;
      return (
        `It happened over twelve months before, on ${dateInWords(occurredOn)}. ${reason} That ` +
        'never holds up a notification.'
      );
    },
  },
  duplicate: {
    source: decidedHere,
    words: ({ comparison }) => {
      if (comparison === null) return null;
      if ('likely' in comparison && comparison.reason === null) {
        return `It may be known already: it looks like ${likelyInWords(comparison.likely)}.`;
      }
      return comparisonInWords(comparison, 'whoever handed it in');
    },
  },
  'team-manager': {
    source: `${page}: a discussion with the team manager normally comes first`,
    words: ({ form: { concernRaised, teamManagerDiscussion } }) =>
      concernRaised === 'yes' && teamManagerDiscussion?.answer === 'no'
        ? 'It was not discussed with the children’s services team manager, which normally comes first.'
        : null,
  },
  'nobody-consulted': {
    source: `${page}: assurance from line manager, DSL or the partnership’s representative`,
    words: ({ form: { consulted } }) =>
      consulted?.who === 'nobody'
        ? 'Neither a line manager, a designated safeguarding lead nor the partnership’s representative was consulted.'
        : null,
  },
} as const satisfies Record<string, Rule>;

interface Rule {
  readonly source: string;
  /** Null: nothing to look at. */
  readonly words: (state: ReferralState) => string | null;
}

/** Something to look at before deciding, in words. */
export interface Flag {
  readonly id: keyof typeof rules;
  readonly words: string;
  readonly source: string;
}

/** Everything about a referral that a person should look at, most urgent first. */
export function flagsOf(state: ReferralState): Flag[] {
  return (Object.keys(rules) as Flag['id'][]).flatMap((id) => {
    const { words, source }: Rule = rules[id];
    const said = words(state);
    return said === null ? [] : [{ id, words: said, source }];
  });
}
