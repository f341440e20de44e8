import { ApplicationFailure, condition, currentUpdateInfo, setHandler } from '@temporalio/workflow';
import type { Command } from '../domain/case/commands';
import { judge } from '../domain/case/judge';
import { planRequestFor } from '../domain/case/planning';
import { step } from '../domain/case/step';
import { commandNames } from '../domain/permissions';
import type { Plan } from '../domain/plan';
import { plan } from './activities';
import type { Desk } from './desk';
import { updateFor, type Answer } from './messages';

const remembered = 100;

/**
 * Lets people act. What can be refused at once is refused before anything is written down; actions
 * that need new dates run one at a time, and are judged again when the dates are there.
 */
export function acceptActions(desk: Desk): void {
  let planning = false;
  const act = async (command: Command): Promise<Answer> => {
    if (!desk.isOpen) await condition(() => desk.isOpen);
    const earlier = answerTo(desk, currentUpdateInfo()?.id);
    if (earlier) return earlier;
    const answer = needsPlan(desk, command) ? await inTurn(command) : carryOut(desk, command, null);
    remember(desk, answer);
    return answer;
  };
  const inTurn = async (command: Command): Promise<Answer> => {
    await condition(() => !planning);
    planning = true;
    try {
      return await planAndCarryOut(desk, command);
    } finally {
      planning = false;
    }
  };
  for (const name of commandNames) {
    setHandler(updateFor(name), act, {
      description: `A person’s action on the incident record: ${name}`,
      validator: (command: Command) => {
        refuseEarly(desk, command);
      },
    });
  }
}

function refuseEarly(desk: Desk, command: Command): void {
  if (!desk.isOpen || answerTo(desk, currentUpdateInfo()?.id)) return;
  const refused = judge(desk.record.state, command, now());
  if (refused !== null) throw ApplicationFailure.nonRetryable(refused, 'Refused');
}

const now = () => new Date().toISOString();

const needsPlan = (desk: Desk, command: Command): boolean =>
  planRequestFor(desk.record.state, command, now()) !== null;

async function planAndCarryOut(desk: Desk, command: Command): Promise<Answer> {
  const refused = judge(desk.record.state, command, now());
  if (refused !== null) return { refused };
  const request = planRequestFor(desk.record.state, command, now());
  if (request === null) return carryOut(desk, command, null);
  const planned = await plan(request);
  return planned.ok ? carryOut(desk, command, planned.plan) : { problems: planned.problems };
}

function carryOut(desk: Desk, command: Command, planned: Plan | null): Answer {
  const at = planned?.now ?? now();
  const event = { type: 'command', now: at, command, plan: planned } as const;
  const stepped = step(desk.record.state, event);
  return 'refused' in stepped ? stepped : { entries: desk.take(stepped) };
}

function answerTo(desk: Desk, id: string | undefined): Answer | undefined {
  return desk.record.answers.find((one) => one.id === id)?.answer;
}

function remember(desk: Desk, answer: Answer): void {
  const id = currentUpdateInfo()?.id;
  if (id === undefined || 'refused' in answer) return;
  desk.change({ answers: [...desk.record.answers, { id, answer }].slice(-remembered) });
}
