import { randomUUID } from 'node:crypto';
import { page, type Answer } from '../answer';
import { listOf, type Form, type RecordVisit } from '../visit';
import { fieldsOf, type Action, type Values } from './action';

interface Confirmed {
  readonly values: Values;
  /** What did not answer when it was tried: the same again is the same action. */
  readonly unreached?: string;
  readonly actionId?: string;
}

/** What was written, and what will come of it, before it is done. */
export function confirmation(action: Action, visit: RecordVisit, confirmed: Confirmed): Answer {
  const { values, unreached, actionId = randomUUID() } = confirmed;
  const fields = fieldsOf(action, visit);
  const rows = fields.map((field) => {
    const value = values[field.name] ?? null;
    const options = field.options?.(visit) ?? [];
    const words = [value ?? []]
      .flat()
      .map((one) => options.find((o) => o.value === one)?.text ?? one);
    return { label: field.label, kind: field.kind, words };
  });
  const typed = fields.flatMap((field) => hidden(field.name, visit.body));
  const foreseen = action.foresees?.(visit, values) ?? [];
  const shown = { action, rows, typed, foreseen, unreached, actionId };
  return page('act-confirm', shown, unreached === undefined ? 200 : 503);
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
