import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { recordKinds } from '../../domain/record/kinds';
import { workflowIdOf } from '../../temporal/names';
import { installLog } from '../../workers/log';
import { goldenFolder, goldenKey } from '../support/golden';
import { startRig, type Rig } from '../support/rig';
import { continued, referrals, reviews, scenarios, type Scenario } from './scenarios';

/**
 * Plays every scenario in real time and saves the histories: `npx tsx test/histories/save.ts`, or
 * with names, only those. Once a version is released its histories stay as they are: save a changed
 * workflow's under new names (`done-2`).
 */
async function main(names: readonly string[]): Promise<void> {
  installLog('warn');
  await saveAll(scenarios, names, { prefix: '' });
  await saveAll(referrals, names, { prefix: recordKinds.referral.prefix });
  await saveAll(reviews, names, { prefix: recordKinds.review.prefix });
  const dynamicConfig = ['limit.historyCount.suggestContinueAsNew=25'];
  await saveAll({ continued }, names, { prefix: '', dynamicConfig });
}

interface Under {
  /** What the references of this kind of record begin with. */
  readonly prefix: string;
  readonly dynamicConfig?: readonly string[];
}

async function saveAll(
  all: Readonly<Record<string, Scenario>>,
  names: readonly string[],
  { prefix, dynamicConfig = [] }: Under,
): Promise<void> {
  const wanted = Object.entries(all).filter(([name]) => names.length === 0 || names.includes(name));
  if (wanted.length === 0) return;
  const rig = await startRig({ dynamicConfig, env: { NOTIFIABLE_PAYLOAD_KEY: goldenKey } });
  try {
    await rig.work();
    for (const [name, play] of wanted) await playAndSave(rig, `${prefix}GOLDEN-${name}`, play);
  } finally {
    await rig.stop();
  }
}

async function playAndSave(rig: Rig, reference: string, play: Scenario): Promise<void> {
  const workflowId = workflowIdOf(reference);
  await play(rig, reference);
  await rig.client.workflow.getHandle(workflowId).result();
  const runs = [];
  for (const { runId } of await runsOf(rig, workflowId)) {
    const history = await rig.client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.push(JSON.parse(historyToJSON(history)) as unknown);
  }
  const text = JSON.stringify({ workflowId, runs });
  writeFileSync(join(goldenFolder, `${reference.replace(/^.*GOLDEN-/, '')}.json`), `${text}\n`);
}

/** Oldest first. The server lists a run a moment after it began. */
async function runsOf({ client }: Rig, workflowId: string) {
  const last = await client.workflow.getHandle(workflowId).describe();
  for (;;) {
    const runs = [];
    const query = `WorkflowId = '${workflowId}'`;
    for await (const run of client.workflow.list({ query })) runs.push(run);
    if (runs.some(({ runId }) => runId === last.runId)) {
      return runs.toSorted((one, other) => one.startTime.getTime() - other.startTime.getTime());
    }
  }
}

void main(process.argv.slice(2));
