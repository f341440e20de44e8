import { PassThrough, Readable } from 'node:stream';
import type { Cases } from '../../client/answers';
import type { Parts } from '../../cli/parts';
import { run } from '../../cli/run';

/** What a command wrote and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const unused = (): never => {
  throw new Error('This test has no such part');
};

/** Cases that a test does not expect to be asked. */
export const noCases: Cases = {
  start: unused,
  refer: unused,
  startFromReferral: unused,
  act: unused,
  attach: unused,
  file: unused,
  link: unused,
  inspect: unused,
  report: unused,
  history: unused,
  list: unused,
  counts: unused,
  figures: unused,
  accesses: unused,
  absences: unused,
  addAbsence: unused,
  endAbsence: unused,
};

/** Runs one command line in this process, with parts of the test's own. */
export async function runCommand(
  args: readonly string[],
  {
    input = '',
    cases = noCases,
    ...parts
  }: Partial<Omit<Parts, 'io'>> & { readonly input?: string; readonly cases?: Cases } = {},
): Promise<Ran> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([textOf(out), textOf(err)]);
  let status: number | null = null;
  await run(
    args,
    {
      io: { input: Readable.from([Buffer.from(input)]), out, err, exitWith: (s) => (status = s) },
      env: {},
      now: () => '2026-12-22T18:00:00.000Z',
      openCases: () => Promise.resolve({ cases, close: () => Promise.resolve() }),
      up: unused,
      worker: unused,
      web: unused,
      rehearse: unused,
      rehearseReferral: unused,
      migrate: () => Promise.resolve([]),
      verify: unused,
      rebuild: unused,
      exportPack: unused,
      verifyPack: unused,
      publishHead: unused,
      sweep: unused,
      doctor: unused,
      ...parts,
    },
    '0.0.0',
  );
  out.end();
  err.end();
  const [written, said] = await texts;
  return { status, out: written, err: said };
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
