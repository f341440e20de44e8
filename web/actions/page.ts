import { randomUUID } from 'node:crypto';
import type { Wish } from '../../client/answers';
import { goTo, notFound, page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { listOf, textOf, type Form, type RecordVisit } from '../visit';
import type { Action, Values } from './action';
import { fieldId, readValues } from './read';
import { actionsFor } from './table';
import type { Problem } from '../../domain/problem';

/** The form of an action; what the address says is chosen already. */
export function showAction(visit: RecordVisit): Answer {
  const action = actionOf(visit);
  return action ? form(action, visit, { typed: visit.query }) : notFound;
}

/** Reads the form, shows what will happen, and once that is confirmed does it. */
export async function takeAction(visit: RecordVisit): Promise<Answer> {
  const action = actionOf(visit);
  if (!action) return notFound;
  const { values, problems } = readValues(action, visit);
  if (problems.length > 0) return form(action, visit, { typed: visit.body, problems });
  if (textOf(visit.body, 'step') !== 'act') return confirmation(action, visit, values);
  return carryOut(action, visit, values);
}

async function carryOut(action: Action, visit: RecordVisit, values: Values): Promise<Answer> {
  const { record, person, body } = visit;
  const wish = { name: action.name, ...(action.input ?? same)(values) } as Wish;
  const actionId = textOf(body, 'actionId') || randomUUID();
  const outcome = await visit.cases.act(record.reference, wish, { by: person.id, actionId });
  if (!outcome.ok) return form(action, visit, { typed: body, problems: outcome.problems });
  return goTo(`/records/${record.reference}?said=${action.name}`);
}

const same = (values: Values): Values => values;

const actionOf = (visit: RecordVisit): Action | undefined =>
  actionsFor(visit).find(({ name }) => name === visit.request.params['action']);

interface Shown {
  readonly typed: Form;
  readonly problems?: readonly Problem[];
}

function form(action: Action, visit: RecordVisit, { typed, problems = [] }: Shown): Answer {
  const names = new Set(action.fields.map(fieldId));
  const wrong = mistakes(problems, (path) => {
    const name = path.split(/[.[]/)[0] ?? '';
    return names.has(name) ? name : 'form';
  });
  const fields = action.fields.map((field) => ({
    ...field,
    id: fieldId(field),
    choices: field.options?.(visit) ?? [],
    chosen: listOf(typed, field.name),
  }));
  return page('act', { action, fields, typed, wrong }, problems.length > 0 ? 422 : 200);
}

function confirmation(action: Action, visit: RecordVisit, values: Values): Answer {
  const rows = action.fields.map((field) => {
    const value = values[field.name] ?? null;
    const options = field.options?.(visit) ?? [];
    const words = [value ?? []]
      .flat()
      .map((one) => options.find((o) => o.value === one)?.text ?? one);
    return { label: field.label, kind: field.kind, words };
  });
  const typed = action.fields.flatMap((field) => hidden(field.name, visit.body));
  return page('act-confirm', { action, rows, typed, actionId: randomUUID() });
}

/** Every input of a field as it was typed, so that nothing has to be typed again. */
const hidden = (name: string, form: Form): { name: string; value: string }[] =>
  Object.keys(form)
    .filter(
      (key) =>
        key === name ||
        (/^-(day|month|year|time)$/.test(key.slice(name.length)) && key.startsWith(name)),
    )
    .flatMap((key) => listOf(form, key).map((value) => ({ name: key, value })));
