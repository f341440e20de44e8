import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { failureConverterPath } from '../temporal/data-converter';

/** Where the build leaves the workflow code as one file, so that a worker starts at once. */
export const bundlePath = join(__dirname, 'workflow-bundle.js');

/** The kernel keeps no state in its modules, so all cases of a worker share one copy of it. */
const kernel = [
  ...['case', 'referral', 'review'].flatMap((kind) =>
    ['open', 'judge', 'planning', 'step'].map((part) => `${kind}/${part}`),
  ),
  ...['record/rungs', 'record/settle'],
].map((name) => require.resolve(`../domain/${name}`));

/** Loaded once, before the sandbox's own objects are frozen. */
const preloadModules = [require.resolve('../workflows/stack-depth'), ...kernel];

/** Puts the workflow code into one file. */
export async function bundleWorkflows(): Promise<{ code: string }> {
  const workflowsPath = require.resolve('../workflows');
  const logger = new DefaultLogger('WARN');
  return bundleWorkflowCode({ workflowsPath, failureConverterPath, preloadModules, logger });
}

async function main(): Promise<void> {
  const { code } = await bundleWorkflows();
  writeFileSync(bundlePath, code);
}

if (require.main === module) void main();
