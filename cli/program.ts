import { Command } from '@commander-js/extra-typings';
import { absencesCommand, awayCommand, backCommand } from './absences';
import { accessesCommand } from './accesses';
import { amendCommand } from './amend';
import { briefingCommand, sheetCommand } from './around';
import { assessCommand } from './assess';
import { doctorCommand } from './doctor';
import { figuresCommand } from './figures';
import { fileCommand } from './file';
import { exportCommand } from './export';
import { incidentVerbs } from './incident-verbs';
import { linkCommand } from './link';
import { listCommand } from './list';
import type { Parts } from './parts';
import { headCommand, migrateCommand, rebuildCommand, verifyCommand } from './register';
import { referCommand } from './refer';
import { referralVerbs } from './referral-verbs';
import { rehearseCommand } from './rehearse';
import { reviewVerbs } from './review-verbs';
import { historyCommand, showCommand } from './show';
import { startCommand } from './start';
import { startIncidentCommand } from './start-incident';
import { sweepCommand } from './sweep';
import { taskVerbs } from './task-verbs';
import { upCommand } from './up';
import { viewVerbs } from './view-verbs';
import { verbCommands } from './verb-command';
import { webCommand } from './web';
import { workerCommand } from './worker';

const readers = [
  listCommand,
  showCommand,
  historyCommand,
  sheetCommand,
  briefingCommand,
  fileCommand,
  exportCommand,
  figuresCommand,
] as const;

/** Every command, in the order in which a first-time user needs them. */
export function createProgram(parts: Parts, version: string) {
  const program = new Command('notifiable')
    .description('Statutory deadlines for serious child safeguarding incidents in England.')
    .version(version)
    .usage('COMMAND …')
    .showHelpAfterError('(add --help to see how it is used)')
    .addHelpText('after', help);
  const groups = {
    'Begin:': [assessCommand, upCommand, rehearseCommand, startCommand].map((make) => make(parts)),
    'Read:': readers.map((make) => make(parts)),
    'Act on a record:': [...verbCommands(parts, [...taskVerbs, ...viewVerbs]), amendCommand(parts)],
    'Act on an incident:': [...verbCommands(parts, incidentVerbs), linkCommand(parts)],
    'Practice review referrals:': [
      referCommand(parts),
      startIncidentCommand(parts),
      ...verbCommands(parts, referralVerbs),
    ],
    'Rapid reviews and local reviews:': verbCommands(parts, reviewVerbs),
    'Who is away:': [absencesCommand, awayCommand, backCommand].map((make) => make(parts)),
    'Look after it:': [
      doctorCommand,
      sweepCommand,
      accessesCommand,
      workerCommand,
      webCommand,
      migrateCommand,
      verifyCommand,
      rebuildCommand,
      headCommand,
    ].map((make) => make(parts)),
  };
  for (const [heading, commands] of Object.entries(groups)) {
    for (const command of commands) {
      program.addCommand(command.helpGroup(heading));
    }
  }
  return program;
}

const help = `
The first time:
  $ notifiable assess examples/looked-after-child-death.json      what it would say; needs nothing
  $ notifiable up --try examples/looked-after-child-death.json    all of it, on this machine
  and then, in another terminal, with the reference that it prints:
  $ notifiable show REF
  $ notifiable acknowledge REF panel --by officer-1
  $ notifiable done REF panel --at now --channel "online system" --reference TRIAL-1 \\
      --told "the Panel" --by officer-1
  $ notifiable history REF

Every command takes --json and --help. Exit status: 0 done · 1 refused, with the reasons · 2 wrong
usage · 3 something that is needed cannot be reached.

Settings, all optional on one machine: TEMPORAL_ADDRESS (and Temporal’s other variables), SMTP_URL,
NOTIFIABLE_AUTHORITY (the authority’s file), NOTIFIABLE_DATA (a folder; default .notifiable),
NOTIFIABLE_URL, NOTIFIABLE_PAYLOAD_KEY, NOTIFIABLE_FROM, PORT, LOG_LEVEL. This program does not
notify anyone in your place: a person does, and records it here.`;
