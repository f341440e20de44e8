import { z } from 'zod';
import * as field from './fields';
import { roles } from './roles';

const people = z
  .array(field.choiceField(...roles), { error: 'Write a list of roles, such as ["manager"]' })
  .min(1, { error: 'Write at least one role, such as ["manager"]' });

/** When a message of a ladder goes out, of which kind, and to which roles. */
const ladderStepSchema = z.discriminatedUnion(
  'when',
  [
    field.closedObject({
      kind: field.choiceField('task', 'alert'),
      when: z.literal('start'),
      to: people,
    }),
    field.closedObject({
      kind: field.choiceField('reminder'),
      when: z.literal('unacknowledged'),
      workingDays: field.workingDaysField(1),
      at: field.clockField,
      to: people,
    }),
    field.closedObject({
      kind: field.choiceField('reminder', 'warning'),
      when: z.literal('before'),
      workingDaysLeft: field.workingDaysField(0),
      at: field.clockField,
      to: people,
    }),
    field.closedObject({ kind: field.choiceField('late'), when: z.literal('due'), to: people }),
    field.closedObject({
      kind: field.choiceField('chase'),
      when: z.literal('after'),
      everyWorkingDays: field.workingDaysField(1),
      at: field.clockField,
      to: people,
    }),
  ],
  {
    error: ({ input }) =>
      typeof input === 'object'
        ? 'Write one of: start, unacknowledged, before, due, after'
        : 'Write an object with kind, when, to and what else that kind of step has',
  },
);
export type LadderStep = z.infer<typeof ladderStepSchema>;

export const stepsSchema = z.array(ladderStepSchema, { error: 'Write a list of steps' });

/** A ladder for `must` tasks; another for `should` tasks and the partnership's own. */
export interface Ladders {
  readonly must: LadderStep[];
  readonly should: LadderStep[];
}
