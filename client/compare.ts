import { likelyInWords, type Comparison, type LikelyDuplicate } from '../domain/case/duplicates';
import { likenessOf, type Likeness } from '../domain/case/likeness';
import type { RecordKindName } from '../domain/record/kinds';
import type { NewIncident, Outcome } from './answers';
import type { CasesContext } from './context';
import { reachRegister } from './reach';
import { search } from './search';
import { reasonRefused } from './reason';
import { refuse } from './refusal';

/**
 * Looks for incidents that may be the same as one that is handed in, and refuses it where there are
 * some and nobody said why it is another. A register that does not answer never holds up a start.
 */
export async function compare(
  context: CasesContext,
  { report, reference, notADuplicate }: NewIncident,
): Promise<Outcome<{ readonly comparison?: Comparison }>> {
  const refused =
    notADuplicate === undefined ? null : reasonRefused(notADuplicate, '--not-a-duplicate');
  if (refused) return refused;
  const reason = notADuplicate?.trim() ?? null;
  const found = await findLikely(context, likenessOf(report), ['incident']);
  if (typeof found === 'string') {
    const notCompared = `Likely duplicates could not be looked for: ${found}.`;
    return { ok: true, value: { comparison: { notCompared, reason } } };
  }
  const likely = found.filter((one) => one.reference !== reference);
  if (likely.length === 0) return { ok: true, value: {} };
  if (reason !== null) return { ok: true, value: { comparison: { likely, reason } } };
  return refuse(`Nothing was started: this looks like ${likelyInWords(likely)}.`, whatNow);
}

/** What looks the same among records of these kinds. A text says why nobody could look. */
export async function findLikely(
  { register }: Pick<CasesContext, 'register'>,
  likeness: Likeness,
  kinds: readonly RecordKindName[],
): Promise<readonly LikelyDuplicate[] | string> {
  if (!register) return 'no database is configured';
  const { duplicates } = register.queries;
  const { found } = await search(reachRegister(() => duplicates(likeness, kinds)));
  return found ?? 'the register does not answer';
}

const whatNow =
  'If it is the same, amend that record (`notifiable amend`), or reopen it where it was withdrawn. ' +
  'If it is another, start it with --not-a-duplicate "reason" --by ID.';
