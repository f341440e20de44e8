import type { Child, IncidentReport } from './report';
import type { Criterion, RecipientGroup } from './rulebook';
import type { Strength } from './task';

/** Which authority holds a duty, how binding that leaves it for us, and why. */
export interface Holder {
  readonly heldBy: string;
  readonly strength: Strength;
  readonly reason: string;
}

interface Question {
  readonly criterion: Criterion;
  readonly child: Child;
  readonly report: IncidentReport;
  readonly ours: string;
}

const thisAuthority = 'the incident happened in this authority’s area';

/**
 * Proposes who holds the duty to tell a recipient about a child; a person confirms it. Null: no
 * duty arises in England. The authority where the incident happened notifies (Children Act 2004
 * s16C; GOV.UK); the Secretary of State and Ofsted are told by the authority that looks after the
 * child or whose care leaver it was (our inference).
 */
export function proposeHolder(group: RecipientGroup, question: Question): Holder | null {
  const { criterion, child, report, ours } = question;
  if (report.place === 'outside-england' && !child.normallyResidentHere) return null;
  const { strength } = criterion;
  if (group === 'secretary-of-state' || group === 'ofsted') {
    const responsible = criterion.responsible && child[criterion.responsible];
    return responsible && responsible !== ours
      ? { heldBy: responsible, strength, reason: 'another authority is responsible for the child' }
      : { heldBy: ours, strength, reason: 'this authority is responsible for the child' };
  }
  switch (report.place) {
    case 'in-area':
      return { heldBy: ours, strength, reason: thisAuthority };
    case 'outside-england':
      return {
        heldBy: ours,
        strength,
        reason: 'the child is normally resident here and the incident was outside England',
      };
    case 'elsewhere-in-england':
      return whereElsewhere(group, question);
    default:
      return report.place satisfies never;
  }
}

function whereElsewhere(group: RecipientGroup, { criterion, report, ours }: Question): Holder {
  const reason = 'the incident happened in another authority’s area';
  const { strength } = criterion;
  if (group === 'panel') return { heldBy: report.incidentArea ?? ours, strength, reason };
  const weakened = group === 'partners' && strength === 'must' ? 'should' : strength;
  return { heldBy: ours, strength: weakened, reason };
}
