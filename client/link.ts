import { randomUUID } from 'node:crypto';
import type { Entry } from '../domain/record/entry';
import { isLinked } from '../domain/case/links';
import type { CaseState } from '../domain/case/state';
import { Unreachable } from '../temporal/unreachable';
import type { KeptRecord } from '../workflows/messages';
import { act } from './act';
import type { LinkRequest, Outcome } from './answers';
import type { CasesContext } from './context';
import { findRecord } from './held';
import { reasonRefused } from './reason';
import { refuse, refuseUnknown } from './refusal';

/**
 * Says in both records that they are of one incident. Where the second cannot be reached after the
 * first has it, throws Unreachable and says so; the same again does what is missing.
 */
export async function link(
  context: CasesContext,
  reference: string,
  { other, reason, by, actionId = randomUUID() }: LinkRequest,
): Promise<Outcome<readonly Entry[]>> {
  if (reference === other) return refuse('An incident cannot be linked with itself.');
  const refused = reasonRefused(reason, '--reason');
  if (refused) return refused;
  const one = await findIncident(context, reference);
  const two = await findIncident(context, other);
  if (!one || !two) return refuseUnknown(one ? other : reference);
  const isMissing = ({ state, answers, wish }: Half) =>
    !isLinked(state, wish.other) || answers.some(({ id }) => id === actionId);
  const [first, second] = [halfOf(one, two, reason), halfOf(two, one, reason)].filter(isMissing);
  if (!first) return refuse(`${reference} and ${other} are linked already.`);
  const send = ({ state, wish }: Half) => act(context, state.reference, { wish, by, actionId });
  const begun = await send(first);
  if (!begun.ok || !second) return begun;
  const ended = await send(second).catch((error: unknown) => halfDone(first, error));
  return ended.ok ? { ok: true, value: [...begun.value, ...ended.value] } : ended;
}

type Half = ReturnType<typeof halfOf>;

interface Incident {
  readonly state: CaseState;
  readonly answers: KeptRecord<CaseState>['answers'];
}

/** Null: there is none under that reference. */
async function findIncident(context: CasesContext, reference: string): Promise<Incident | null> {
  const { state, answers = [] } = (await findRecord(context, reference)) ?? {};
  return state?.kind === 'incident' ? { state, answers } : null;
}

/** What one record is to say of the other. */
function halfOf(incident: Incident, { state: other }: Incident, reason: string) {
  const { reference, becameAwareAt: otherBecameAwareAt } = other;
  return {
    ...incident,
    wish: { name: 'link', other: reference, otherBecameAwareAt, reason } as const,
  };
}

function halfDone({ state, wish: { other } }: Half, cause: unknown): never {
  throw new Unreachable(
    `${state.reference} now says that it is the same incident as ${other}, but ${other} ` +
      'could not be reached and may not say so yet.',
    'Do the same again: it does what is missing.',
    { cause },
  );
}
