import { randomUUID } from 'node:crypto';
import type { Outcome, Wish } from '../../client/answers';
import { Unreachable } from '../../temporal/unreachable';
import { goTo, notFound, page, type Answer } from '../answer';
import { backTo } from '../back-to';
import { textOf, type Form, type RecordVisit } from '../visit';
import { fieldsOf, type Action, type Field, type Values } from './action';
import { confirmation } from './confirm';
import { formShown, statusOf, type TypedForm } from './form';
import { readValues } from './read';
import { actionsFor } from './table';

/** The form of an action; what the address says is chosen already, and so is an only choice. */
export function showAction(visit: RecordVisit): Answer {
  const action = actionOf(visit);
  if (!action) return notFound;
  const only = fieldsOf(action, visit).flatMap((field) => {
    const [first, ...others] = field.options?.(visit) ?? [];
    return first && others.length === 0 ? [[field.name, first.value]] : [];
  });
  return form(action, visit, { typed: { ...Object.fromEntries(only), ...visit.query } as Form });
}

/** Reads the form, shows what will happen, and once that is confirmed does it. */
export async function takeAction(visit: RecordVisit): Promise<Answer> {
  const action = actionOf(visit);
  if (!action) return notFound;
  const step = textOf(visit.body, 'step');
  if (step === 'change') return form(action, visit, { typed: visit.body });
  const { values, problems } = readValues(fieldsOf(action, visit), visit);
  if (problems.length > 0) return form(action, visit, { typed: visit.body, problems });
  if (step !== 'act') return confirmation(action, visit, { values });
  return carryOut(action, visit, values);
}

async function carryOut(action: Action, visit: RecordVisit, values: Values): Promise<Answer> {
  const { record, person, body } = visit;
  const once = { by: person.id, actionId: textOf(body, 'actionId') || randomUUID() };
  try {
    const outcome = await (action.carryOut ?? wished(action))(visit, values, once);
    if (!outcome.ok) return form(action, visit, { typed: body, problems: outcome.problems });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return confirmation(action, visit, { values, unreached: error.what, actionId: once.actionId });
  }
  const to = textOf(body, 'returnTo') || pageAfter(action, record.reference);
  return goTo(`${backTo(to)}?said=${action.name}`);
}

const pageAfter = ({ returnsTo }: Action, reference: string): string =>
  ['/records', reference, returnsTo ?? []].flat().join('/');

const wished =
  ({ name, input }: Action) =>
  ({ cases, record }: RecordVisit, values: Values, once: { by: string; actionId: string }) =>
    cases.act(record.reference, { name, ...(input?.(values) ?? values) } as Wish, once) as Promise<
      Outcome<unknown>
    >;

const actionOf = (visit: RecordVisit): Action | undefined =>
  actionsFor(visit).find(({ name }) => name === visit.request.params['action']);

function form(action: Action, visit: RecordVisit, typed: TypedForm): Answer {
  const shown = formShown(fieldsOf(action, visit), visit, typed);
  const foreseen = action.foresees?.(visit, {}) ?? [];
  const isStuck = shown.fields.some((field) => !field.optional && hasNoChoice(field));
  return page('act', { action, ...shown, foreseen, isStuck }, statusOf(typed));
}

const hasNoChoice = ({ options, choices }: Field & { readonly choices: readonly unknown[] }) =>
  options !== undefined && choices.length === 0;
