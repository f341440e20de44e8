import { englandAndWales } from '../../domain/bank-holidays';
import { datesOf, type Dates, type DatesBasis } from '../../domain/dates';
import type { Actor } from '../../domain/record/task-book';
import type {
  ReviewCommand,
  ReviewCommandName,
  ReviewCommandOf,
} from '../../domain/review/commands';
import { openingDates, openReview } from '../../domain/review/open';
import { datesFor } from '../../domain/review/planning';
import type { ReviewState } from '../../domain/review/state';
import { stepReview, type ReviewEvent } from '../../domain/review/step';
import { DrivenRecord, type Taken, type Watched } from './drive-record';

export const business: Actor = { id: 'business-1', roles: ['business-manager'], coverFor: [] };

type Given<Name extends ReviewCommandName> = Omit<ReviewCommandOf<Name>, 'name' | 'actor'>;

export interface Surroundings extends DatesBasis, Watched<ReviewState, ReviewEvent> {}

/** A review with its virtual clock. */
export class DrivenReview extends DrivenRecord<ReviewState, ReviewCommand, Dates, Surroundings> {
  constructor(notifiedAt: string, now = notifiedAt, surroundings: Partial<Surroundings> = {}) {
    const around = {
      calendar: englandAndWales,
      authority: { targets: {} },
      watch: () => undefined,
      ...surroundings,
    };
    const partners = ['local-authority', 'icb', 'police'];
    const basis = { incident: 'SI-2026-TEST', notifiedAt, rulebook: 'england-2023', partners };
    const answer = datesOf(openingDates(basis, now), around);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const record = { ...basis, reference: 'RR-2026-TEST' };
    super(openReview(record, answer.plan, 'notifiable'), now, around);
  }

  protected step(state: ReviewState, event: ReviewEvent) {
    return stepReview(state, event);
  }

  dueOn = (id: string): string | undefined => this.task(id).clock?.dueOn;

  /** A person acts now. Throws where it is refused. */
  act<Name extends ReviewCommandName>(name: Name, actor: Actor, given: Given<Name>): this {
    const taken = this.attempt(name, actor, given);
    if ('refused' in taken) throw new Error(taken.refused);
    return this;
  }

  attempt<Name extends ReviewCommandName>(name: Name, actor: Actor, given: Given<Name>) {
    return this.send({ name, actor, ...given } as never);
  }

  send(command: ReviewCommand): Taken<ReviewState> {
    const request = datesFor(this.state, command, this.now);
    const answer = request && datesOf(request, this.surroundings);
    if (answer && !answer.ok) return { refused: JSON.stringify(answer.problems) };
    return this.take({ type: 'command', now: this.now, command, plan: answer?.plan ?? null });
  }

  /** Records that tasks were done now, by post. */
  done(...tasks: string[]): this {
    return this.act('done', business, evidence(tasks, this.now));
  }
}

export const evidence = (tasks: string[], at: string) => ({
  tasks,
  at,
  channel: 'letter',
  reference: null,
  told: 'the desk',
});

const no = { answer: 'no', reason: 'nothing points to it' } as const;

/** A decision of the partners with an answer to every factor; only the first is met. */
export const deciding = (
  decision: 'local-review' | 'no-local-review',
  at: string,
  dissent: string | null = null,
): Given<'decideReview'> => ({
  at,
  decision,
  factors: {
    improvements: { answer: 'yes', reason: 'the handover failed' },
    themes: no,
    'working-together': no,
    'panel-concluded': no,
  },
  rationale: 'what is known bears it out',
  dissent,
});
