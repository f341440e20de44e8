import { parseReport } from '../domain/report';
import { viewRecord, type AnyState, type RecordView } from '../domain/records';
import { summarise } from '../domain/summary';
import type { Entry } from '../domain/record/entry';
import type { KeptRecord } from '../workflows/messages';
import type { Reading, ReportedIncident } from './answers';
import { patience, type CasesContext } from './context';
import { findInTemporal } from './held';
import { findKept, type Kept } from './kept';
import { withLinksOfNow } from './linked';
import { reachRegister } from './reach';
import { search, type Search } from './search';
import { refuse, refuseUnknown } from './refusal';

const soonSeconds = 3;

/** A record as it is now; where Temporal cannot say, as it was last recorded. */
export async function look(context: CasesContext, reference: string): Promise<Reading<RecordView>> {
  const found = await lookUp(context, reference);
  return found.ok ? { ...found, value: await view(context, found.value) } : found;
}

/** An incident with its report, every default applied; found as `look` finds it. */
export async function readReport(
  context: CasesContext,
  reference: string,
): Promise<Reading<ReportedIncident>> {
  const found = await lookUp(context, reference);
  if (!found.ok) return found;
  const seen = await view(context, found.value);
  if (found.value.kind !== 'incident' || seen.kind !== 'incident') {
    return refuse(`${reference} is no incident record: only an incident has a report.`);
  }
  const handedIn = found.value.report;
  const report = parseReport(handedIn, {
    now: context.now(),
    calendar: context.calendar,
  });
  return report.ok ? { ...found, value: { report: report.value, handedIn, view: seen } } : report;
}

async function lookUp(context: CasesContext, reference: string): Promise<Reading<AnyState>> {
  let asked: Promise<Search<Kept>> | null = null;
  const inRegister = () => (asked ??= search(findKept(context, reference)));
  const live = await askTemporal(context, reference, async () => (await inRegister()).found);
  if (live.found) return { ok: true, value: live.found.state };
  const kept = await inRegister();
  const failure = live.failure ?? kept.failure;
  if (!kept.found) {
    if (failure) throw failure;
    return refuseUnknown(reference);
  }
  const { state: value, last } = kept.found;
  if (live.failure) return { ok: true, value, asOf: { ...last, why: 'no-answer' } };
  // What Temporal has forgotten had closed, and is whole; an open incident it has lost.
  if (value.status !== 'open') return { ok: true, value };
  return { ok: true, value, asOf: { ...last, why: 'lost' } };
}

/** With something `recorded` to show instead, nobody waits long for Temporal or a worker. */
async function askTemporal(
  context: CasesContext,
  reference: string,
  recorded: () => Promise<unknown>,
): Promise<Search<KeptRecord<AnyState>>> {
  const { looked } = context;
  const before = looked?.get(reference);
  if (before) return before;
  const ask = (seconds: number) => search(findInTemporal(context, reference, seconds));
  const soon = await ask(soonSeconds);
  const live = !soon.failure || (await recorded()) ? soon : await ask(patience);
  if (live.found) await handOver(context, live.found);
  looked?.set(reference, live);
  return live;
}

/**
 * Lists are made of what is recorded: whoever looks at an incident has what it still holds recorded
 * at once. The incident does the same by itself soon, so that a failure here loses nothing.
 */
async function handOver(
  { register }: CasesContext,
  { state, unrecorded }: KeptRecord<AnyState>,
): Promise<void> {
  if (!register || unrecorded.length === 0) return;
  const stand = { summary: summarise(state), state };
  await register.recorder.append(state.reference, unrecorded, stand).catch(() => undefined);
}

const view = async (context: CasesContext, state: AnyState): Promise<RecordView> =>
  viewRecord(await withLinksOfNow(context, state), context.now());

/** Every line that is kept, and those that the incident still holds where it can be asked. */
export async function readHistory(
  context: CasesContext,
  reference: string,
): Promise<Reading<readonly Entry[]>> {
  const read = () => reachRegister(() => context.history.read(reference));
  const live = await askTemporal(context, reference, async () => (await read()).at(-1));
  // What it no longer held was recorded before: asked in this order, no line is missed.
  const kept = await read();
  const last = kept.at(-1);
  if (live.found) {
    const waiting = live.found.unrecorded.filter(({ number }) => number > (last?.number ?? 0));
    return { ok: true, value: [...kept, ...waiting] };
  }
  if (!last) {
    if (live.failure) throw live.failure;
    return refuseUnknown(reference);
  }
  const { number, recordedAt } = last;
  const asOf = { entry: number, recordedAt, why: 'no-answer' } as const;
  return { ok: true, value: kept, ...(live.failure && { asOf }) };
}
