import { randomUUID } from 'node:crypto';
import type { EvidenceFile, Outcome, Wish } from '../../client/answers';
import { fileProblem, tooLarge } from '../../domain/evidence-file';
import { Unreachable } from '../../temporal/unreachable';
import { fixed, type Field } from '../actions/action';
import { openTasksThatEndBy } from '../actions/options';
import { formShown, statusOf, type TypedForm } from '../actions/form';
import { readValues } from '../actions/read';
import { goTo, page, type Answer } from '../answer';
import { momentFields } from '../moments';
import { listOf, textOf, type RecordVisit } from '../visit';

/** What is asked about it: one entry for as many tasks as it serves. */
const fields: readonly Field[] = [
  {
    ...{ name: 'tasks', label: 'What was done?', kind: 'choices' },
    hint: 'One submission or one mail may serve several: choose each that it served. Each is confirmed by you.',
    options: openTasksThatEndBy('done'),
  },
  {
    ...{ name: 'at', label: 'When was it done?', kind: 'moment' },
    hint: 'London time. About is enough, such as 22 12 2026 at 17:30.',
  },
  {
    ...{ name: 'channel', label: 'How was it done?', kind: 'choice' },
    options: fixed({
      'online system': 'Online system',
      telephone: 'Telephone',
      'e-mail': 'E-mail',
      'in person': 'In person',
      letter: 'Letter',
      'another way': 'Another way: say which below',
    }),
  },
  {
    ...{ name: 'reference', label: 'Which reference was given?', kind: 'text', optional: true },
    hint: 'The national Panel’s is required.',
  },
  {
    ...{ name: 'told', label: 'Who was told, and what?', kind: 'words' },
    hint: 'For example: the Panel, with the online form. This record may be disclosed.',
  },
];

const words = {
  title: 'Record that it was done',
  says: 'Only this ends a task. When it was done counts, not when you write it down: recording late makes nothing late.',
};

/** Asks for the evidence; what the address names is chosen, and now is when it was done. */
export function showDone(visit: RecordVisit): Answer {
  const chosen = { tasks: listOf(visit.query, 'task') };
  return form(visit, { typed: { ...momentFields('at', visit.now), ...chosen } });
}

/** Records it; what was typed stays where it is refused. */
export async function takeDone(visit: RecordVisit): Promise<Answer> {
  const { record, person, body } = visit;
  const { values, problems } = readValues(fields, visit);
  const file = problems.length > 0 ? checked(visit) : await kept(visit);
  const all = [...problems, ...(file.ok ? [] : file.problems)];
  if (!file.ok || all.length > 0) return form(visit, { typed: body, problems: all });
  const wish = { name: 'done', ...values, ...(file.value && { file: file.value }) } as Wish;
  const actionId = textOf(body, 'actionId') || randomUUID();
  try {
    const outcome = await visit.cases.act(record.reference, wish, { by: person.id, actionId });
    if (!outcome.ok) return form(visit, { typed: body, problems: outcome.problems });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const unreached = { path: '', problem: error.what, remedy: sendAgain };
    return form(visit, { typed: body, problems: [unreached] }, 503);
  }
  return goTo(`/records/${record.reference}?said=done`);
}

const sendAgain =
  'What you wrote is still here: send it again in a moment. A file must be chosen anew';

/** Nothing is kept of a form that is not whole. */
function checked({ request }: RecordVisit): Outcome<null> {
  const upload = request.uploads?.['file'];
  if (!upload) return { ok: true, value: null };
  const problem = upload.isTooLarge ? tooLarge : fileProblem(upload);
  return problem === null ? { ok: true, value: null } : { ok: false, problems: [problem] };
}

/** The file that proves it, now kept in the register; null: none came. */
async function kept(visit: RecordVisit): Promise<Outcome<EvidenceFile | null>> {
  const { request, cases, record, person } = visit;
  const is = checked(visit);
  const upload = request.uploads?.['file'];
  return is.ok && upload ? cases.attach(record.reference, { ...upload, by: person.id }) : is;
}

/** It is no answer in words: it comes as an upload. */
const proof: Field = {
  ...{
    name: 'file',
    label: 'A file that proves it, if there is one',
    kind: 'file',
    optional: true,
  },
  hint: 'At most 10 MiB: PDF, a picture, a mail or a document. It is kept encrypted with the record. After wrong input choose it again.',
};

function form(visit: RecordVisit, given: TypedForm, status = statusOf(given)): Answer {
  const shown = formShown([...fields, proof], visit, given);
  const actionId = textOf(given.typed, 'actionId') || randomUUID();
  return page('tasks/done', { action: words, ...shown, actionId }, status);
}
