import { randomUUID } from 'node:crypto';
import {
  ApplicationFailure,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { commandSchemas, type Command, type CommandName } from '../domain/case/commands';
import { judge } from '../domain/case/judge';
import type { Entry } from '../domain/record/entry';
import type { Actor } from '../domain/record/task-book';
import { problemsOf } from '../domain/zod-problems';
import { incidentId } from '../temporal/names';
import type { incident } from '../workflows/incident';
import { updateFor, type Answer } from '../workflows/messages';
import { actorOf, checkPerson } from './actor';
import type { Outcome, WishFor } from './answers';
import { inTime, type CasesContext } from './context';
import { findRecord } from './held';
import { nextRun, type Held } from './next-run';
import { refuse, refuseUnknown } from './refusal';

/** Carries out a person's wish, or says why not. Works on closed records as on open ones. */
export async function act(
  context: CasesContext,
  reference: string,
  request: { readonly wish: WishFor<CommandName>; readonly by: string; readonly actionId?: string },
): Promise<Outcome<readonly Entry[]>> {
  const authority = await context.readAuthority();
  const { wish } = request;
  const actor = actorOf(authority, request.by, context.now());
  const owner = wish.name === 'reassign' ? checkPerson(authority, wish.to, '--to') : null;
  const { name, ...given } = wish;
  const checked = commandSchemas[name].safeParse(given);
  const problems = [
    ...(actor.ok ? [] : actor.problems),
    ...(owner?.ok === false ? owner.problems : []),
    ...(checked.success ? [] : problemsOf(checked.error, given)),
  ];
  if (!actor.ok || problems.length > 0) return { ok: false, problems };
  const action = { reference, updateId: request.actionId ?? randomUUID() };
  return send(context, { ...action, command: commandOf(wish, actor.value) });
}

interface Action {
  readonly reference: string;
  readonly updateId: string;
  readonly command: Command;
}

const commandOf = (wish: WishFor<CommandName>, actor: Actor): Command => ({ ...wish, actor });

async function send(context: CasesContext, action: Action): Promise<Outcome<readonly Entry[]>> {
  const { reference, updateId, command } = action;
  try {
    const args: [Command] = [command];
    const update = updateFor(command.name);
    return outcomeOf(
      await inTime(context, ({ workflow }) =>
        workflow.getHandle(incidentId(reference)).executeUpdate(update, { updateId, args }),
      ),
    );
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) return refusalIn(error);
  }
  const held = await findRecord(context, reference);
  return held ? sendToClosed(context, action, held) : refuseUnknown(reference);
}

/** A closed record is opened by the action itself, from where its last run left it. */
async function sendToClosed(
  context: CasesContext,
  { updateId, command }: Action,
  held: Held,
): Promise<Outcome<readonly Entry[]>> {
  const { record } = held;
  const earlier = record.answers.find(({ id }) => id === updateId);
  if (earlier) return outcomeOf(earlier.answer);
  const refused = judge(record.state, command, context.now());
  if (refused !== null) return refuse(refused);
  const run = nextRun(held, command.actor.id);
  const startWorkflowOperation = new WithStartWorkflowOperation<typeof incident>('incident', run);
  try {
    const args: [Command] = [command];
    const options = { updateId, args, startWorkflowOperation };
    const update = updateFor(command.name);
    return outcomeOf(
      await inTime(context, ({ workflow }) => workflow.executeUpdateWithStart(update, options)),
    );
  } catch (error) {
    return refusalIn(error);
  }
}

function outcomeOf(answer: Answer): Outcome<readonly Entry[]> {
  if ('entries' in answer) return { ok: true, value: answer.entries };
  if ('problems' in answer) return { ok: false, problems: answer.problems };
  return refuse(answer.refused);
}

/** The sentence of a refusal that the workflow's validator gave; any other error goes on. */
function refusalIn(error: unknown) {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    if (error.cause.type === 'Refused') return refuse(error.cause.message);
  }
  throw error;
}
