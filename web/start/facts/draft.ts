import { randomUUID } from 'node:crypto';
import { reachRegister } from '../../../client/reach';
import type { RecordVisit } from '../../visit';
import type { Answers } from './pages';

/** One person’s answers about a record that they have not handed in yet. */
export interface FactsDraft {
  /** Handed in twice, they are one action; other answers are another. */
  readonly actionId: string;
  readonly answers: Answers;
}

type Whose = Pick<RecordVisit, 'register' | 'person' | 'record'>;

const idOf = ({ record, person }: Whose): string => `facts ${record.reference} ${person.id}`;

/** Null: there are none. */
export async function findDraft(visit: Whose): Promise<FactsDraft | null> {
  const { register, person } = visit;
  const found = await reachRegister(() => register.drafts.find(idOf(visit), person.id));
  return found as FactsDraft | null;
}

export async function saveAnswers(visit: Whose, answers: Answers): Promise<void> {
  const { register, person, record } = visit;
  const body: FactsDraft = { actionId: randomUUID(), answers };
  const draft = { id: idOf(visit), person: person.id, reference: record.reference, body };
  await reachRegister(() => register.drafts.save(draft));
}

export const dropDraft = (visit: Whose): Promise<void> =>
  reachRegister(() => visit.register.drafts.remove(idOf(visit)));
