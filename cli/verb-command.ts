import { act } from './act';
import { newCommand } from './command';
import { answer } from './output';
import type { Parts } from './parts';
import { verbs, type Verb } from './verbs';

/** The commands that all work alike: one for each row of the table. */
export const verbCommands = (parts: Parts) => verbs.map((verb) => verbCommand(parts, verb));

function verbCommand(parts: Parts, { name, command, args, summary, ...verb }: Verb) {
  const built = newCommand(command, summary).arguments(args);
  for (const [flags, says] of [...verb.options, by]) {
    const optional = /^\[(.+)\]$/.exec(flags)?.[1];
    if (optional === undefined) built.requiredOption(flags, says);
    else built.option(optional, says);
  }
  return built
    .addHelpText('after', `\nExample:\n  $ notifiable ${verb.example}`)
    .action(async () => {
      const given = givenTo(built);
      const { REF, by, json } = given;
      const request = { reference: String(REF), by: String(by), name, input: verb.input(given) };
      await answer(parts.io, json === true, await act(parts, request));
    });
}

/** Everyone who changes a record says who they are. */
export const by = ['--by <ID>', 'who you are: your id in the authority’s file'] as const;

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
