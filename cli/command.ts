import { Command } from '@commander-js/extra-typings';

/** A command with what every one has. */
export const newCommand = (name: string, summary: string) =>
  new Command(name)
    .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
    .summary(summary)
    .option('--json', 'print one JSON document on standard output, and nothing else there');
