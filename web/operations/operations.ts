import { referenceTyped } from '../../client/reference';
import { page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { textOf, type Visit } from '../visit';

/** What keeps the service running, for those who look after it: nothing of a record. */
export const showOperations = async (visit: Visit): Promise<Answer> =>
  page('operations/operations', await shown(visit));

/** A record's workflow, by its reference. It is sent as a form: what was typed may be a name. */
export async function findWorkflow(visit: Visit): Promise<Answer> {
  const { body, temporalPages } = visit;
  const common = { ...(await shown(visit)), typed: body };
  const reference = referenceTyped(textOf(body, 'reference'));
  if (reference === null) {
    const problem = { path: 'reference', problem: 'That is no reference', remedy };
    return page('operations/operations', { ...common, wrong: mistakes([problem]) }, 422);
  }
  const href = temporalPages?.workflowOf(reference);
  return page('operations/operations', { ...common, workflow: href && { reference, href } });
}

/** How it is now: who opens this page wants to know. */
const shown = async ({ askConditions }: Visit) => ({ conditions: await askConditions() });

const remedy = 'Write it as it stands in messages, such as SI-2026-7K3F';
