import { QueryRejectedError, type WorkflowHandle } from '@temporalio/client';
import type { AnyState } from '../domain/records';
import { inspect, type KeptRecord } from '../workflows/messages';

/** A record as its run has it: asked while it runs; once it has closed, the run's result. */
export async function askRecord(handle: WorkflowHandle): Promise<KeptRecord<AnyState>> {
  try {
    return await handle.query(inspect);
  } catch (error) {
    if (error instanceof QueryRejectedError) return (await handle.result()) as KeptRecord<AnyState>;
    throw error;
  }
}
