import { ApplicationFailure, condition, currentUpdateInfo, setHandler } from '@temporalio/workflow';
import type { Acted } from '../domain/record/machine';
import type { TaskBook } from '../domain/record/task-book';
import type { AnyDesk, Desk } from './desk';
import type { InTurn } from './in-turn';
import { updateFor, type Answer } from './messages';
import type { Dated, RecordKind } from './record-kind';

const remembered = 100;

/**
 * Lets people act. What can be refused at once is refused before anything is written down; actions
 * that need new dates run one at a time, and are judged again when the dates are there.
 */
export function acceptActions<State extends TaskBook, Command extends Acted, Plan extends Dated>(
  kind: RecordKind<State, Command, Plan>,
  desk: Desk<State>,
  inTurn: InTurn,
): void {
  const { needsPlan, carryOut, planAndCarryOut } = createClerk(kind, desk);
  const act = async (command: Command): Promise<Answer> => {
    if (!desk.isOpen) await condition(() => desk.isOpen);
    const earlier = answerTo(desk, currentUpdateInfo()?.id);
    if (earlier) return earlier;
    const answer = needsPlan(command)
      ? await inTurn(() => planAndCarryOut(command))
      : carryOut(command, null);
    remember(desk, answer);
    return answer;
  };
  const validator = (command: Command) => {
    if (!desk.isOpen || answerTo(desk, currentUpdateInfo()?.id)) return;
    const refused = kind.judge(desk.record.state, command, now());
    if (refused !== null) throw ApplicationFailure.nonRetryable(refused, 'Refused');
  };
  for (const name of kind.commandNames) {
    const description = `A person’s action on the record: ${name}`;
    setHandler(updateFor<Command>(name), act, { description, validator });
  }
}

const now = () => new Date().toISOString();

function createClerk<State extends TaskBook, Command extends Acted, Plan extends Dated>(
  kind: RecordKind<State, Command, Plan>,
  desk: Desk<State>,
) {
  const carryOut = (command: Command, plan: Plan | null): Answer => {
    const event = { type: 'command', now: plan?.now ?? now(), command, plan } as const;
    const stepped = kind.step(desk.record.state, event);
    return 'refused' in stepped ? stepped : { entries: desk.take(stepped) };
  };
  return {
    carryOut,
    needsPlan: (command: Command) => kind.prepare(desk.record.state, command, now()) !== null,
    planAndCarryOut: async (command: Command): Promise<Answer> => {
      const refused = kind.judge(desk.record.state, command, now());
      if (refused !== null) return { refused };
      const plan = kind.prepare(desk.record.state, command, now());
      if (plan === null) return carryOut(command, null);
      const planned = await plan();
      return planned.ok ? carryOut(command, planned.plan) : { problems: planned.problems };
    },
  };
}

function answerTo(desk: AnyDesk, id: string | undefined): Answer | undefined {
  return desk.record.answers.find((one) => one.id === id)?.answer;
}

function remember(desk: AnyDesk, answer: Answer): void {
  const id = currentUpdateInfo()?.id;
  if (id === undefined || 'refused' in answer) return;
  desk.change({ answers: [...desk.record.answers, { id, answer }].slice(-remembered) });
}
