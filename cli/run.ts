import { CommanderError } from '@commander-js/extra-typings';
import { exitStatus, failureOf } from './exit';
import { refuseWith } from './output';
import type { Parts } from './parts';
import { createProgram } from './program';

/** Runs one command line, without the program's own name. Never throws. */
export async function run(args: readonly string[], parts: Parts, version: string): Promise<void> {
  const { io, env } = parts;
  const json = args.includes('--json');
  const said: string[] = [];
  const program = createProgram(parts, version);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void io.out.write(text),
      writeErr: (text) => void io.err.write(text),
      outputError: (text, writeErr) => {
        said.push(text.replace(/^error: /, '').trim());
        writeErr(text);
      },
    });
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      if (env['LOG_LEVEL'] === 'debug' && error instanceof Error) io.err.write(`${error.stack}\n`);
      const { status, ...failure } = failureOf(error);
      return refuseWith(io, { json, status }, [{ path: '', ...failure }]);
    }
    if (error.exitCode === 0) return io.exitWith(exitStatus.done);
    io.exitWith(exitStatus.usage);
    if (json) io.out.write(usageProblems(said));
  }
}

function usageProblems(said: readonly string[]): string {
  const problems = said.map((problem) => ({ path: '', problem, remedy: 'Add --help to see how' }));
  return `${JSON.stringify({ problems }, null, 2)}\n`;
}
