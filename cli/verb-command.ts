import { Option } from '@commander-js/extra-typings';
import { act } from './act';
import { newCommand } from './command';
import { answer } from './output';
import type { Parts } from './parts';
import type { Verb } from './verb';

/** The commands that all work alike: one for each row of a table. */
export const verbCommands = (parts: Parts, verbs: readonly Verb[]) =>
  verbs.map((verb) => verbCommand(parts, verb));

function verbCommand(parts: Parts, { name, command, args, summary, ...verb }: Verb) {
  const built = newCommand(command, summary).arguments(args);
  const options = [...verb.options, whoActs];
  for (const [flags, says] of options) {
    built.option(flags.replace(/^\[(.+)\]$/, '$1'), says);
  }
  return built
    .addHelpText('after', `\nExample:\n  $ notifiable ${verb.example}`)
    .action(async () => {
      const given = givenTo(built);
      refuseMissing(built, options, given);
      const { REF, by, json, file = null } = given;
      const request = {
        ...{ reference: String(REF), by: String(by), name, input: verb.input(given) },
        file: file as string | null,
      };
      await answer(parts.io, json === true, await act(parts, request));
    });
}

/** All that is missing at once, where the library would name the first alone. */
function refuseMissing(
  command: { error(message: string, options: { exitCode: number }): never },
  options: Verb['options'],
  given: Readonly<Record<string, unknown>>,
): void {
  const missing = options
    .map(([flags]) => flags)
    .filter(
      (flags) => !flags.startsWith('[') && given[new Option(flags).attributeName()] === undefined,
    );
  if (missing.length === 0) return;
  command.error(`error: missing ${missing.join(', ')}`, { exitCode: 2 });
}

/** Everyone who changes a record says who they are. */
export const whoActs = ['--by <ID>', 'who you are: your id in the authority’s file'] as const;

/** Reading is recorded; without an id, under the login of this machine. */
export const whoReads = [
  '--by <ID>',
  'who you are: your id in the authority’s file (default: your login)',
] as const;

interface Typed {
  readonly registeredArguments: readonly { name(): string }[];
  readonly processedArgs: readonly unknown[];
  opts(): object;
}

function givenTo(command: Typed): Record<string, unknown> {
  const named = command.registeredArguments.map(
    (argument, index) => [argument.name(), command.processedArgs[index]] as const,
  );
  return { ...command.opts(), ...Object.fromEntries(named) };
}
