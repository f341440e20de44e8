import { randomUUID } from 'node:crypto';
import {
  ApplicationFailure,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Authority } from '../domain/authority';
import { commandSchemas } from '../domain/command-schemas';
import { kindOf, recordKinds } from '../domain/record/kinds';
import { judgeRecord, type AnyCommand, type AnyState } from '../domain/records';
import type { Entry } from '../domain/record/entry';
import type { Actor } from '../domain/record/task-book';
import { problemsOf } from '../domain/zod-problems';
import { workflowIdOf } from '../temporal/names';
import { updateFor, type Answer, type KeptRecord } from '../workflows/messages';
import { actorOf, checkPartner, checkPerson } from './actor';
import type { AnyWish, Outcome } from './answers';
import { inTime, type CasesContext } from './context';
import { fileRefused } from './evidence-files';
import { findRecord } from './held';
import { nextRun } from './next-run';
import { refuse, refuseUnknown } from './refusal';
import { fingerprintUnder } from './used-reference';

/** Carries out a person's wish, or says why not. Works on closed records as on open ones. */
export async function act(
  context: CasesContext,
  reference: string,
  request: { readonly wish: AnyWish; readonly by: string; readonly actionId?: string },
): Promise<Outcome<readonly Entry[]>> {
  const authority = await context.readAuthority();
  const { wish } = request;
  const actor = actorOf(authority, request.by, context.now());
  const named = checkNamed(authority, reference, wish);
  const { name, ...given } = wish;
  const schema = commandSchemas(kindOf(reference)).get(name);
  if (!schema) return refuse(notOf(reference, name));
  const checked = schema.safeParse(given);
  const problems = [
    ...(actor.ok ? [] : actor.problems),
    ...(named?.ok === false ? named.problems : []),
    ...(checked.success ? [] : problemsOf(checked.error, given)),
  ];
  if (!actor.ok || problems.length > 0) return { ok: false, problems };
  const unkept = await fileRefused(context, reference, wish);
  if (unkept) return unkept;
  const action = { reference, updateId: request.actionId ?? randomUUID() };
  return send(context, { ...action, command: commandOf(wish, actor.value) });
}

/** Whoever a wish names must be in the authority’s file. A referral knows its own partners. */
function checkNamed(authority: Authority, reference: string, wish: AnyWish) {
  if (wish.name === 'reassign') return checkPerson(authority, wish.to, '--to');
  return wish.name === 'giveView' && kindOf(reference) === 'incident'
    ? checkPartner(authority, wish.partner)
    : null;
}

interface Action {
  readonly reference: string;
  readonly updateId: string;
  readonly command: AnyCommand;
}

const commandOf = (wish: AnyWish, actor: Actor): AnyCommand => ({ ...wish, actor });

const notOf = (reference: string, name: string): string =>
  `${name} is no action on this kind of record: ${reference} is a ${recordKinds[kindOf(reference)].words.toLowerCase()}.`;

async function send(context: CasesContext, action: Action): Promise<Outcome<readonly Entry[]>> {
  const { reference, updateId, command } = action;
  try {
    const args: [AnyCommand] = [command];
    const update = updateFor(command.name);
    return outcomeOf(
      await inTime(context, ({ workflow }) =>
        workflow.getHandle(workflowIdOf(reference)).executeUpdate(update, { updateId, args }),
      ),
    );
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) return refusalIn(error);
  }
  const record = await findRecord(context, reference);
  return record ? sendToClosed(context, action, record) : refuseUnknown(reference);
}

/** A closed record is opened by the action itself, from where its last run left it. */
async function sendToClosed(
  context: CasesContext,
  { reference, updateId, command }: Action,
  record: KeptRecord<AnyState>,
): Promise<Outcome<readonly Entry[]>> {
  const earlier = record.answers.find(({ id }) => id === updateId);
  if (earlier) return outcomeOf(earlier.answer);
  const refused = judgeRecord(record.state, command, context.now());
  if (refused !== null) return refuse(refused);
  const memo = { report: await fingerprintUnder(context, reference) };
  const run = nextRun({ record, memo }, command.actor.id);
  const startWorkflowOperation = new WithStartWorkflowOperation(record.state.kind, run);
  try {
    const args: [AnyCommand] = [command];
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
