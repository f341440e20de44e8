import type { Cases, KeptAbsence, Outcome } from '../client/answers';
import { shortDate, shortMoment } from '../domain/when';
import { newCommand } from './command';
import { answer } from './output';
import type { Parts } from './parts';
import { whoActs } from './verb-command';
import { withCases } from './with-cases';

/** `absences`: who is away, as people entered it. */
export const absencesCommand = (parts: Parts) =>
  newCommand('absences', 'who is away and who covers, as people entered it')
    .addHelpText('after', '\nExample:\n  $ notifiable absences')
    .action(async ({ json = false }) => {
      const listed = await withCases(parts, null, (cases) => cases.absences());
      if (!listed.ok) return answer(parts.io, json, listed);
      const { value: absences } = listed;
      const note = 'What stands as “away” in the authority’s file counts as well.';
      const value = { json: { absences }, text: () => absencesText(absences), note };
      await answer(parts.io, json, { ok: true, value });
    });

/** `away`: from the next message on, whoever covers is told in their place. */
export const awayCommand = (parts: Parts) =>
  newCommand('away', 'somebody is away: whoever covers is told, and acts, in their place')
    .argument('<PERSON>', 'who is away: their id in the authority’s file')
    .requiredOption('--from <DATE>', 'the first day away')
    .requiredOption('--to <DATE>', 'the last day away')
    .option('--cover <ID>', 'who acts in their place; without, the next role up is told')
    .requiredOption(...whoActs)
    .addHelpText('after', awayHelp)
    .action(async (person, { json = false, from, to, cover = null, by }) => {
      const absence = { person, from, to, cover, by };
      await changed(parts, { json, by }, (cases) => cases.addAbsence(absence));
    });

/** `back`: an absence counts no longer. */
export const backCommand = (parts: Parts) =>
  newCommand('back', 'an absence counts no longer; that it was entered stays')
    .argument('<ABSENCE>', 'its id, as `notifiable absences` shows it')
    .requiredOption(...whoActs)
    .addHelpText('after', '\nExample:\n  $ notifiable back 5f0c1e2a9b --by officer-1')
    .action(async (id, { json = false, by }) => {
      await changed(parts, { json, by }, (cases) => cases.endAbsence({ id, by }));
    });

async function changed(
  parts: Parts,
  { json, by }: { readonly json: boolean; readonly by: string },
  change: (cases: Cases) => Promise<Outcome<KeptAbsence>>,
): Promise<void> {
  const outcome = await withCases(parts, by, change);
  if (!outcome.ok) return answer(parts.io, json, outcome);
  const { value: absence } = outcome;
  const value = { json: { absence }, text: () => absenceLine(absence) };
  await answer(parts.io, json, { ok: true, value });
}

const absencesText = (absences: readonly KeptAbsence[]): string =>
  absences.length === 0 ? 'Nobody is away.' : absences.map(absenceLine).join('\n');

/** `5f0c1e2a9b  officer-1: Mon 2 Mar to Fri 6 Mar 2026, deputy-1 covers`. */
function absenceLine({ id, person, from, to, cover, endedBy, endedAt }: KeptAbsence): string {
  const days = `${shortDate(from)} to ${shortDate(to)} ${to.slice(0, 4)}`;
  const covered = cover === null ? 'nobody named to cover' : `${cover} covers`;
  const ended = endedAt === null ? [] : [`ended ${shortMoment(endedAt)} by ${endedBy}`];
  return `${id}  ${person}: ${[days, covered, ...ended].join(', ')}`;
}

const awayHelp = `
Everyone enters their own absences; a manager, the director, the business manager and deputies those
of others too. It counts for messages and for who may act, as what the authority’s file says does.
\`notifiable doctor\` shows the days of the next two weeks on which a role has nobody.

Example:
  $ notifiable away officer-1 --from 2026-12-24 --to 2027-01-02 --cover deputy-1 --by officer-1`;
