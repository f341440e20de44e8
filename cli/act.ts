import type { Cases, EvidenceFile, Outcome, Wish } from '../client/answers';
import type { HandedInFile } from '../domain/evidence-file';
import { commandSchemas } from '../domain/command-schemas';
import { kindOf, recordKinds } from '../domain/record/kinds';
import type { Entry } from '../domain/record/entry';
import type { RecordView } from '../domain/records';
import type { Problem } from '../domain/problem';
import { alongsideItemNames } from '../domain/around/alongside';
import { problemsOf } from '../domain/zod-problems';
import { entryLine } from './history-text';
import { readEvidence } from './read-evidence';
import { lookAt } from './look-at';
import { nextSteps, offerToReuse } from './next-steps';
import { oneOf } from './one-of';
import type { Answer } from './output';
import type { Parts } from './parts';
import { withCases } from './with-cases';

/** Who wants what done, on which record; as typed. */
export interface Request {
  readonly reference: string;
  readonly by: string;
  readonly name: Wish['name'];
  readonly input: Record<string, unknown>;
  /** A file that proves it; absent or null: none. */
  readonly file?: string | null;
}

/** Checks what was typed, sends it, and answers with the lines that it added and what comes next. */
export async function act(parts: Parts, request: Request): Promise<Outcome<Answer>> {
  const wish = wishOf(request, parts.now());
  if (!wish.ok) return wish;
  const { reference, by } = request;
  const proof = await readEvidence(request.file ?? null, parts.io.input);
  if (!proof.ok) return proof;
  return withCases(parts, by, async (cases) => {
    const attached = await attach(cases, request, proof.value);
    if (!attached.ok) return attached;
    const acted = await cases.act(reference, { ...wish.value, ...attached.value }, { by });
    if (!acted.ok) return acted;
    const view = await lookAt(cases, reference);
    const value = view
      ? actedAnswer(acted.value, view, { wish: wish.value, by })
      : unseenAnswer(reference, acted.value);
    return { ok: true, value };
  });
}

/** Keeps the file that proves it, and answers how the wish is to name it. */
async function attach(
  cases: Cases,
  { reference, by }: Request,
  file: HandedInFile | null,
): Promise<Outcome<{ readonly file?: EvidenceFile }>> {
  if (file === null) return { ok: true, value: {} };
  const attached = await cases.attach(reference, { ...file, by });
  return attached.ok ? { ok: true, value: { file: attached.value } } : attached;
}

/** What was typed as a wish, or every problem with it under the name of its option. */
export function wishOf({ reference, name, input }: Request, now: string): Outcome<Wish> {
  const given = input['at'] === 'now' ? { ...input, at: now } : input;
  const schema = commandSchemas(kindOf(reference)).get(name);
  if (!schema) return refuseOther(reference);
  const checked = schema.safeParse(given);
  if (checked.success) return { ok: true, value: { name, ...(checked.data as object) } as Wish };
  return { ok: false, problems: problemsOf(checked.error, given).map(asTyped) };
}

/** An action of another kind of record. */
const refuseOther = (reference: string): Outcome<never> => {
  const { words } = recordKinds[kindOf(reference)];
  const problem = `This is no action on a record of this kind: ${reference} is a ${words.toLowerCase()}`;
  return { ok: false, problems: [{ path: 'REF', problem, remedy: 'Check the reference' }] };
};

const moment = 'Write date, time and offset, such as 2026-12-22T17:30:00+00:00';
const date = 'Write an existing date as year-month-day, such as 2026-12-20';
const text = 'Write 1 to 4,000 characters';

/** How the fields of a command are typed, and how to mend them. */
const typed: Readonly<Record<string, readonly [option: string, remedy: string]>> = {
  tasks: ['TASK', '`notifiable show REF` lists the tasks'],
  task: ['TASK', '`notifiable show REF` lists the tasks'],
  proposal: ['PROPOSAL', '`notifiable show REF` lists the proposals'],
  child: ['CHILD', 'Write the ref of a child, such as A'],
  criterion: ['CRITERION', '`notifiable show REF` lists the criteria'],
  answer: ['met|not-met', 'Write met or not-met'],
  patch: ['FILE', 'Write an object with the keys that change'],
  at: ['--at', moment],
  on: ['--on', date],
  lookAgainOn: ['--look-again', date],
  by: ['--by-date', date],
  toReferrer: ['--to-referrer', text],
  of: ['WHOM', text],
  agency: ['AGENCY', text],
  item: ['ITEM', `Write ${oneOf(alongsideItemNames)}`],
  partner: ['PARTNER', 'Write the id of a safeguarding partner, such as police'],
  views: ['--view', 'Write the partner’s id, = and the view, such as police="agrees"'],
};

function asTyped({ path, problem }: Problem): Problem {
  const [field = ''] = path.split(/[.[]/);
  const [option, remedy] = typed[field] ?? [`--${field}`, text];
  return { path: option, problem, remedy };
}

interface Done {
  readonly wish: Wish;
  readonly by: string;
}

function unseenAnswer(reference: string, entries: readonly Entry[]): Answer {
  const unseen =
    'This was recorded, but the record cannot be read just now. Do not repeat it: look again ' +
    `with \`notifiable show ${reference}\`.`;
  return {
    json: { reference, status: null, entries, offer: null },
    text: () => [...entries.map(entryLine), '', unseen].join('\n'),
  };
}

function actedAnswer(entries: readonly Entry[], view: RecordView, { wish, by }: Done): Answer {
  const offer = offerToReuse(view, wish, by);
  return {
    json: { reference: view.reference, status: view.status, entries, offer },
    text: () =>
      [
        ...entries.map(entryLine),
        '',
        ...nextSteps(view),
        ...(offer === null ? [] : ['', ...offerLines(offer)]),
      ].join('\n'),
  };
}

const offerLines = (offer: string): string[] => [
  'One online submission may serve the Secretary of State and Ofsted too. If it did:',
  `  ${offer}`,
];
