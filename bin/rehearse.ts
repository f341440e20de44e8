import { createAuthorityFile } from '../activities/authority-file';
import type { Outcome } from '../client/answers';
import { assessReport, type Assessment } from '../domain/assess-report';
import { englandAndWales } from '../domain/bank-holidays';
import type { Entry } from '../domain/record/entry';
import type { Settings } from '../settings';
import { workflowIdOf } from '../temporal/names';
import { fastForwarded, skippingTime } from '../temporal/skip-time';
import { valueOf } from './rehearsed-parts';
import { playPeople } from './rehearsed-people';
import { onStage, type Stage } from './rehearsal-stage';

/** What happened in a rehearsal, on a clock that skipped all waiting. */
export interface Rehearsal {
  readonly entries: readonly Entry[];
  readonly assessment: Assessment;
}

/**
 * The whole incident against the real workflow code on a real server that skips time. Nobody acts
 * until the first chase after the last date; then everything is recorded as done.
 */
export async function rehearse(
  report: unknown,
  settings: Settings,
  say: (line: string) => void,
): Promise<Outcome<Rehearsal>> {
  const authority = await createAuthorityFile(settings.authorityFile).read();
  const assessed = assessReport(report, now(), { authority, calendar: englandAndWales });
  if (!assessed.ok) return assessed;
  const at = endOf(assessed.value);
  const entries = await onStage(settings, say, (stage) => play(stage, report, at));
  return { ok: true, value: { entries, assessment: assessed.value } };
}

const now = () => new Date().toISOString();

/** `at`: an instant in UTC until which nobody acts. */
async function play(
  { client, recorder, authorityFile, casesOver }: Stage,
  report: unknown,
  at: string,
): Promise<Entry[]> {
  const seconds = Math.ceil((Date.parse(at) - Date.now()) / 1000);
  const cases = casesOver(skippingTime(client.connection, seconds), now);
  const started = await cases.start({ report, reference: null, by: null });
  const { reference } = valueOf(started);
  await fastForwarded(client, workflowIdOf(reference));
  await playPeople(cases, reference, { authority: await authorityFile.read(), at });
  await client.workflow.getHandle(workflowIdOf(reference)).result();
  // A rehearsal is not handed in: there is nothing to compare it with.
  return (await recorder.read(reference)).filter(({ kind }) => kind !== 'not-compared');
}

/** The first chase of the task that is chased last; else the last rung. */
function endOf({ duties, tasks }: Assessment): string {
  const ends = [...duties, ...tasks].flatMap(({ ladder }) => {
    const chase = ladder.find(({ kind }) => kind === 'chase') ?? ladder.at(-1);
    return chase ? [new Date(Date.parse(chase.at) + 60_000).toISOString()] : [];
  });
  return ends.toSorted().at(-1) ?? now();
}
