import type { Outcome, ReportedIncident, ReportUse } from '../client/answers';
import { briefing } from '../domain/around/briefing';
import { panelSheet } from '../domain/around/panel-sheet';
import type { Authority } from '../domain/authority';
import { englandAndWales } from '../domain/bank-holidays';
import { authorityFile } from '../settings';
import { asOfLine } from '../client/as-of-words';
import { briefingText } from './briefing-text';
import { newCommand } from './command';
import { answer, type Answer } from './output';
import type { Parts } from './parts';
import { readAuthority } from './read-authority';
import { sheetText } from './sheet-text';
import { whoReads } from './verb-command';
import { withCases } from './with-cases';

/** `sheet`: what the Panel’s online form will ask, filled in as far as it is known. */
export const sheetCommand = (parts: Parts) =>
  aroundCommand(parts, 'sheet', {
    summary: 'what the national Panel’s online form will ask: what is known, what to fetch',
    make: (basis) => {
      const json = panelSheet(basis);
      return { json, text: () => sheetText(json) };
    },
  });

/** `briefing`: one page for senior leaders. */
export const briefingCommand = (parts: Parts) =>
  aroundCommand(parts, 'briefing', {
    summary: 'the need-to-know briefing to senior leaders, on one page, without names',
    make: (basis) => {
      const json = briefing({ ...basis, calendar: englandAndWales, now: parts.now() });
      return { json, text: () => briefingText(json) };
    },
  });

interface Basis extends ReportedIncident {
  readonly authority: Authority;
  readonly by: string | null;
}

interface Around {
  readonly summary: string;
  readonly make: (basis: Basis) => Answer & { readonly json: object };
}

function aroundCommand(parts: Parts, use: ReportUse, { summary, make }: Around) {
  return newCommand(use, summary)
    .argument('<REF>', 'the incident’s reference')
    .option(...whoReads)
    .addHelpText('after', `\nExample:\n  $ notifiable ${use} SI-2026-7K3F --by officer-1`)
    .action(async (reference, { json = false, by = null }) => {
      await answer(parts.io, json, await read(parts, { reference, by, use, make }));
    });
}

interface Request extends Pick<Around, 'make'> {
  readonly reference: string;
  readonly by: string | null;
  readonly use: ReportUse;
}

async function read(parts: Parts, { reference, by, use, make }: Request): Promise<Outcome<Answer>> {
  const authority = await readAuthority(authorityFile(parts.env), parts.io.input);
  if (!authority.ok) return authority;
  const seen = await withCases(parts, by, (cases) => cases.report(reference, use));
  if (!seen.ok) return seen;
  const { asOf = null } = seen;
  const made = make({ ...seen.value, authority: authority.value, by });
  const note = asOf && asOfLine(asOf);
  return { ok: true, value: { ...made, json: { ...made.json, asOf }, note } };
}
