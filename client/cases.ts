import { readAccesses } from './accesses';
import { act } from './act';
import type { Cases } from './answers';
import type { CasesContext } from './context';
import { link } from './link';
import { listCases } from './list';
import { look, readHistory } from './look';
import { startIncident } from './start';

/** Everything that a person can do with incident records, over a Temporal client and a register. */
export function createCases(context: CasesContext): Cases {
  return {
    start: (incident) => startIncident(context, incident),
    act: (reference, wish, who) => act(context, reference, { wish, ...who }),
    link: (reference, request) => link(context, reference, request),
    inspect: (reference) => look(context, reference),
    history: (reference) => readHistory(context, reference),
    list: (query) => listCases(context, query),
    accesses: (request) => readAccesses(context, request),
  };
}
