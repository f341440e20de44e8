import type { LadderStep } from '../../domain/authority';
import { roleNames } from '../../domain/people';
import type { Role } from '../../domain/roles';
import type { Strength } from '../../domain/strength';
import { counted } from '../../domain/wording';

/** A step of a ladder as a sentence: when, what, and to whom. Only what the law demands is late. */
export function stepInWords(step: LadderStep, strength: Strength): string {
  return `${whenInWords(step)}: ${whatInWords(step, strength)} to ${listOf(step.to)}`;
}

function whenInWords(step: LadderStep): string {
  switch (step.when) {
    case 'start':
      return 'As soon as the task opens';
    case 'unacknowledged':
      return `${counted(step.workingDays, 'working day')} after it opens, at ${step.at}, if nobody has said “I have got this”`;
    case 'before':
      return step.workingDaysLeft === 0
        ? `On the day on which it is due, at ${step.at}`
        : `${counted(step.workingDaysLeft, 'working day')} before it is due, at ${step.at}`;
    case 'due':
      return 'Once the day on which it is due is over and it is not done';
    case 'after':
      return step.everyWorkingDays === 1
        ? `Each working day after that, at ${step.at}, until it is done`
        : `Every ${step.everyWorkingDays} working days after that, at ${step.at}, until it is done`;
    default:
      return step satisfies never;
  }
}

const what = {
  task: 'the task',
  alert: 'a message for information',
  reminder: 'reminder',
  warning: 'warning',
} as const;

function whatInWords({ kind }: LadderStep, strength: Strength): string {
  if (kind === 'late')
    return `word that ${strength === 'must' ? 'it is late' : 'the target was missed'}`;
  if (kind === 'chase')
    return `word that ${strength === 'must' ? 'it is still late' : 'it is still not done'}`;
  return what[kind];
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const listOf = (to: readonly Role[]) => list.format(to.map((role) => `the ${roleNames[role]}`));
