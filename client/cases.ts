import { viewCase } from '../domain/case/view';
import type { Entry } from '../domain/case/entry';
import { Unreachable } from '../temporal/unreachable';
import { act } from './act';
import type { Cases } from './answers';
import type { CasesContext } from './context';
import { findRecord } from './held';
import { listCases } from './list';
import { refuseUnknown } from './refusal';
import { startIncident } from './start';

/** Everything that a person can do with incident records, over a Temporal client. */
export function createCases(context: CasesContext): Cases {
  return {
    start: (incident) => startIncident(context, incident),
    act: (reference, wish, who) => act(context, reference, { wish, ...who }),
    async inspect(reference) {
      const held = await findRecord(context, reference);
      if (!held) return refuseUnknown(reference);
      return { ok: true, value: viewCase(held.record.state, context.now()) };
    },
    async history(reference) {
      const kept = await context.history.read(reference);
      const waiting = await unrecorded(context, reference, kept);
      if (waiting === null) return refuseUnknown(reference);
      const last = kept.at(-1)?.number ?? 0;
      return { ok: true, value: [...kept, ...waiting.filter(({ number }) => number > last)] };
    },
    list: (filter) => listCases(context, filter),
  };
}

/** What is kept can be read with Temporal stopped; what the record still holds is added where it can be. */
async function unrecorded(
  context: CasesContext,
  reference: string,
  kept: readonly Entry[],
): Promise<readonly Entry[] | null> {
  try {
    const held = await findRecord(context, reference);
    return held?.record.unrecorded ?? (kept.length > 0 ? [] : null);
  } catch (error) {
    if (error instanceof Unreachable && kept.length > 0) return [];
    throw error;
  }
}
