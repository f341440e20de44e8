import { periodProblems } from '../domain/figures/period';
import type { Access } from '../register/accesses';
import type { Register } from '../register/register';
import { Unreachable } from '../temporal/unreachable';
import { checkPerson } from './actor';
import type { Cases, Outcome, Reading } from './answers';
import type { CasesContext } from './context';
import { reachRegister } from './reach';
import { keptSentence } from './refusal';

/** Who uses the cases, and where it is said that this could not be recorded. */
export interface Reader {
  /** A person's id in the authority's file; null: nobody has said. */
  readonly by: string | null;
  /** The name under which the machine knows them. */
  readonly login: string;
  readonly warn: (sentence: string) => void;
}

/**
 * The cases as one person uses them: what they read of an incident, and what they were refused, is
 * recorded before they have the answer. What was done is in the history, a list tells of no one
 * incident, and without a register nothing is recorded. Its history beside a record that was shown is the
 * same read: made anew for each command, or each request of somebody in the browser.
 */
export function withAccesses(
  cases: Cases,
  { register, readAuthority }: Pick<CasesContext, 'register' | 'readAuthority'>,
  reader: Reader,
): Cases {
  if (!register) return cases;
  const book = { ...reader, register, readAuthority };
  return {
    ...cases,
    ...absencesNoted(cases, book),
    ...beginningsNoted(cases, book),
    ...readsNoted(cases, book),
    attach(reference, file) {
      const asked = { what: 'attach', reference, by: file.by };
      return noted(book, asked, () => cases.attach(reference, file));
    },
    act(reference, wish, who) {
      const asked = wanted(wish.name, { ...who, reference });
      return noted(book, asked, () => cases.act(reference, wish, who));
    },
    link(reference, request) {
      const asked = wanted('link', { ...request, reference });
      return noted(book, asked, () => cases.link(reference, request));
    },
    figures(period) {
      // What is no period may be anything: it is not kept.
      if (periodProblems(period).length > 0) return cases.figures(period);
      const what = `figures ${period.from} to ${period.to}`;
      return noted(book, reading(book, what, null), () => cases.figures(period));
    },
    accesses(request) {
      const asked = { ...wanted('accesses', request), isRead: true };
      return noted(book, asked, () => cases.accesses(request));
    },
  };
}

type Beginnings = Pick<Cases, 'start' | 'refer' | 'startFromReferral'>;

const beginningsNoted = (cases: Cases, book: Book): Beginnings => ({
  start: (incident) => noted(book, wanted('start', incident), () => cases.start(incident)),
  refer: (referral) => noted(book, wanted('refer', referral), () => cases.refer(referral)),
  startFromReferral(reference, given) {
    const asked = wanted('startIncident', { ...given, reference });
    return noted(book, asked, () => cases.startFromReferral(reference, given));
  },
});

type Reads = Pick<Cases, 'inspect' | 'report' | 'history' | 'file'>;

function readsNoted(cases: Cases, book: Book): Reads {
  const read = <T>(what: string, reference: string, answer: () => Promise<Reading<T>>) =>
    noted(book, reading(book, what, reference), answer);
  const shown = new Set<string>();
  return {
    async inspect(reference) {
      const seen = await read('show', reference, () => cases.inspect(reference));
      if (seen.ok) shown.add(reference);
      return seen;
    },
    report: (reference, use) => read(use, reference, () => cases.report(reference, use)),
    history(reference) {
      const answer = () => cases.history(reference);
      return shown.has(reference) ? answer() : read('history', reference, answer);
    },
    file: (reference, id) => read('file', reference, () => cases.file(reference, id)),
  };
}

/** An absence is of no record, so it has no reference. */
const absencesNoted = (cases: Cases, book: Book): Pick<Cases, 'addAbsence' | 'endAbsence'> => ({
  addAbsence: (absence) =>
    noted(book, { what: 'away', reference: null, by: absence.by }, () => cases.addAbsence(absence)),
  endAbsence: (absence) =>
    noted(book, { what: 'back', reference: null, by: absence.by }, () => cases.endAbsence(absence)),
});

const reading = ({ by }: Book, what: string, reference: string | null): Asked => ({
  ...{ what, reference, by },
  isRead: true,
});

const wanted = (what: string, { reference, by }: Omit<Asked, 'what'>): Asked => ({
  ...{ what, reference, by },
});

export interface Book extends Reader, Pick<CasesContext, 'readAuthority'> {
  readonly register: Register;
}

interface Asked extends Pick<Access, 'what' | 'reference'> {
  readonly by: string | null;
  /** Noted where it is given too; an action only where it is refused. */
  readonly isRead?: boolean;
}

/** Asks, and records it before it answers. Nobody reads under an id that is none. */
export async function noted<T>(
  book: Book,
  { by, isRead = false, ...asked }: Asked,
  answer: () => Promise<Reading<T>>,
): Promise<Reading<T>> {
  const login = `login ${book.login}`;
  const known = by === null ? null : checkPerson(await book.readAuthority(), by, '--by');
  const outcome = isRead && known?.ok === false ? known : await answer();
  const who = known?.ok ? known.value : login;
  if (isRead || !outcome.ok) await note(book, { ...asked, who }, outcome);
  return outcome;
}

/**
 * A reference that is none may be anything, a name too: it is not kept. Where the register does not
 * answer, whoever asked has their answer all the same: a deadline may depend on it.
 */
async function note(
  { register, warn }: Book,
  { reference, ...access }: Access,
  outcome: Outcome<unknown>,
): Promise<void> {
  const refused = outcome.ok ? {} : { refused: keptSentence(outcome.problems) };
  try {
    await reachRegister(async () => {
      const isThere =
        outcome.ok || (reference !== null && (await register.queries.isKnown(reference)));
      const kept = isThere ? reference : null;
      await register.appendAccess({ ...access, ...refused, reference: kept });
    });
  } catch (error) {
    const why = error instanceof Unreachable ? error.what : 'The register did not take it.';
    warn(`This ${outcome.ok ? 'read' : 'refusal'} could not be recorded. ${why}`);
  }
}
