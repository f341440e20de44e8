import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Outcome } from '../client/answers';
import type { Problem } from '../domain/problem';
import { exitStatus, type ExitStatus } from './exit';
import type { Io } from './parts';

/** What a command has to say, for programs and for people. */
export interface Answer {
  readonly json: unknown;
  readonly text: () => string | Promise<string>;
  /** For people too, but on standard error: what must be known of the answer. */
  readonly note?: string | null;
  /** Default: done. */
  readonly status?: ExitStatus;
}

/** Prints an answer or the problems: with `--json` as the one document on standard output. */
export async function answer(io: Io, json: boolean, outcome: Outcome<Answer>): Promise<void> {
  if (!outcome.ok) return refuse(io, json, outcome.problems);
  const { value } = outcome;
  if (value.note) await write(io.err, ended(value.note));
  await write(io.out, json ? document(value.json) : ended(await value.text()));
  io.exitWith(value.status ?? exitStatus.done);
}

export async function refuse(io: Io, json: boolean, problems: readonly Problem[]): Promise<void> {
  return refuseWith(io, { json, status: exitStatus.refused }, problems);
}

export async function refuseWith(
  io: Io,
  { json, status }: { readonly json: boolean; readonly status: ExitStatus },
  problems: readonly Problem[],
): Promise<void> {
  await write(io.err, ended(problemsText(problems)));
  if (json) await write(io.out, document({ problems }));
  io.exitWith(status);
}

/** Every problem with where it is and how to mend it; a single sentence stays one. */
export function problemsText(problems: readonly Problem[]): string {
  const [only] = problems;
  if (problems.length === 1 && only?.path === '') return sentence(only);
  const lines = problems.map((one) => `  - ${one.path ? `${one.path}: ` : ''}${sentence(one)}`);
  return ['Refused, and nothing was done:', ...lines].join('\n');
}

function sentence({ problem, remedy }: Problem): string {
  return [problem, remedy].filter(Boolean).map(withStop).join(' ');
}

const withStop = (text: string): string => (/[.!?:`]$/.test(text) ? text : `${text}.`);
const document = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Waits while the reader is slower than we are, so that memory stays flat. */
export async function write(stream: Writable, text: string | Buffer): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
