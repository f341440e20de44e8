import { WorkflowNotFoundError } from '@temporalio/client';
import { workflowIdOf } from '../temporal/names';
import { inTime, type CasesContext } from './context';
import { fingerprint } from './fingerprint';
import { findKept } from './kept';
import { handedIn } from './next-run';
import { reachRegister } from './reach';
import { search } from './search';

/** The register holds references for ever. While it does not answer, no incident waits for it. */
export async function isInRegister(
  { register }: CasesContext,
  reference: string,
): Promise<boolean> {
  if (!register) return false;
  const { found } = await search(reachRegister(() => register.queries.isKnown(reference)));
  return found ?? false;
}

/** Which report has the reference; answers without a worker, and after Temporal has forgotten it. */
export async function fingerprintUnder(context: CasesContext, reference: string): Promise<unknown> {
  try {
    const described = await inTime(context, ({ workflow }) =>
      workflow.getHandle(workflowIdOf(reference)).describe(),
    );
    return described.memo?.report;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    const kept = await findKept(context, reference);
    return kept && fingerprint(handedIn(kept.state));
  }
}
