import { heartbeat } from '@temporalio/activity';
import { readKeptState } from '../domain/kept-state';
import type { AnyState } from '../domain/records';
import { compareClosely, hasUnsent, type Basis } from '../domain/sweep';
import { findingKinds, type Finding, type Remedy } from '../domain/sweep-findings';
import type { Register } from '../register/register';
import type { KeptState } from '../register/states';
import { forEach } from './at-once';
import type { Runs } from './ports';

/** What one sweep works with. */
export interface Sweeping {
  readonly register: Register;
  readonly runs: Runs;
  readonly basis: Basis;
}

/** Makes what carries out the remedies. What it could not do is a finding of its own. */
export function createMending({ register, runs, basis }: Sweeping) {
  const startAgain = async (reference: string): Promise<Finding['kind'][]> => {
    const { queries } = register;
    const state = usable(await queries.state(reference), reference);
    const lines = (await queries.lines([reference])).get(reference);
    if (state?.nextEntry !== (lines ?? 0) + 1) return ['no-state'];
    await runs.startAgain(state);
    const found = await queries.find(reference, basis.now);
    return found && hasUnsent(found.messages) ? ['perhaps-unsent'] : [];
  };
  /** What is not recorded takes its time; the rest is put right when the look is over. */
  const look = async (reference: string): Promise<Finding['kind'][]> => {
    await runs.look(reference);
    const lines = { before: 0, after: Infinity };
    const left = compareClosely(lines, await runs.ask(reference), basis);
    return left.some((kind) => kind !== 'unrecorded') ? ['still-behind'] : [];
  };
  return async (findings: readonly Finding[]): Promise<Finding[]> => {
    const unmended: Finding[] = [];
    const mend = async (remedy: typeof startAgain, references: Iterable<string>) => {
      await forEach(references, async (reference) => {
        heartbeat();
        const kinds = await remedy(reference).catch(() => ['no-answer'] as const);
        unmended.push(...kinds.map((kind) => ({ reference, kind })));
      });
    };
    const whose = (remedy: Remedy) =>
      new Set(
        findings
          .filter(({ kind }) => findingKinds[kind].remedy === remedy)
          .map(({ reference }) => reference),
      );
    await mend(startAgain, whose('start-again'));
    await mend(look, whose('look'));
    return unmended;
  };
}

/** Null where nothing was kept of it, or nothing that can be gone on with. */
function usable(kept: KeptState | null, reference: string): AnyState | null {
  try {
    return kept && readKeptState(kept.state, { reference, number: kept.number });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
