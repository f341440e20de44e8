import { randomUUID } from 'node:crypto';
import type { Outcome, Wish } from '../../client/answers';
import type { Problem } from '../../domain/problem';
import { Unreachable } from '../../temporal/unreachable';
import { goTo, notFound, page, type Answer } from '../answer';
import { backTo } from '../back-to';
import { mistakes } from '../forms';
import { listOf, textOf, type Form, type RecordVisit } from '../visit';
import { fieldsOf, type Action, type Field, type Values } from './action';
import { confirmation } from './confirm';
import { fieldId, readValues } from './read';
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

interface Shown {
  readonly typed: Form;
  readonly problems?: readonly Problem[];
}

function form(action: Action, visit: RecordVisit, { typed, problems = [] }: Shown): Answer {
  const fields = fieldsOf(action, visit).map((field) => ({
    ...field,
    id: fieldId(field),
    choices: field.options?.(visit) ?? [],
    chosen: listOf(typed, field.name),
  }));
  const wrong = mistakes(problems, (path) => fieldAt(path, fields));
  const foreseen = action.foresees?.(visit, {}) ?? [];
  const isStuck = fields.some((field) => !field.optional && hasNoChoice(field));
  const shown = { action, fields, typed, wrong, foreseen, isStuck };
  return page('act', shown, problems.length > 0 ? 422 : 200);
}

const hasNoChoice = ({ options, choices }: Field & { readonly choices: readonly unknown[] }) =>
  options !== undefined && choices.length === 0;

/** The field that a problem's path means: `reason`, `--to`, `on`; anything else is the form's. */
function fieldAt(path: string, fields: readonly (Field & { readonly id: string })[]): string {
  const name = path.replace(/^--/, '');
  const [first = ''] = name.split(/[.[]/);
  const at = (wanted: string) =>
    fields.find((field) => [field.name, field.id, field.path].includes(wanted));
  return (at(name) ?? at(first))?.id ?? 'form';
}
