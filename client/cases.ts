import { addAbsence, endAbsence, listAbsences } from './absences';
import { readAccesses } from './accesses';
import { act } from './act';
import type { Cases } from './answers';
import type { CasesContext } from './context';
import { countCases } from './counts';
import { readFigures } from './figures';
import { attachFile, readFile } from './evidence-files';
import { link } from './link';
import { listCases } from './list';
import { look, readHistory, readReport } from './look';
import { refer } from './refer';
import { startIncident } from './start';
import { startFromReferral } from './start-from-referral';

/** Everything that a person can do with incident records, over a Temporal client and a register. */
export function createCases(context: CasesContext): Cases {
  /** What was looked at before is not as it was. */
  const anew = <T>(done: () => Promise<T>): Promise<T> =>
    done().finally(() => context.looked?.clear());
  return {
    start: (incident) => startIncident(context, incident),
    refer: (referral) => refer(context, referral),
    startFromReferral: (reference, given) =>
      anew(() => startFromReferral(context, reference, given)),
    act: (reference, wish, who) => anew(() => act(context, reference, { wish, ...who })),
    attach: (reference, file) => attachFile(context, reference, file),
    file: (reference, id) => readFile(context, reference, id),
    link: (reference, request) => anew(() => link(context, reference, request)),
    inspect: (reference) => look(context, reference),
    report: (reference) => readReport(context, reference),
    history: (reference) => readHistory(context, reference),
    list: (query) => listCases(context, query),
    counts: () => countCases(context),
    figures: (period) => readFigures(context, period),
    accesses: (request) => readAccesses(context, request),
    absences: () => listAbsences(context),
    addAbsence: (absence) => addAbsence(context, absence),
    endAbsence: (absence) => endAbsence(context, absence),
  };
}
