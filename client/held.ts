import { setTimeout as wait } from 'node:timers/promises';
import {
  isGrpcServiceError,
  QueryNotRegisteredError,
  ServiceError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { incidentId } from '../temporal/names';
import type { incident } from '../workflows/incident';
import { inspect, type IncidentRecord } from '../workflows/messages';
import { inTime, type CasesContext } from './context';

/** A record wherever it is: with a running workflow, or as the result of the last run. */
export interface Held {
  readonly record: IncidentRecord;
  readonly memo: Record<string, unknown>;
}

/** Null: there is none under that reference. */
export async function findRecord(context: CasesContext, reference: string): Promise<Held | null> {
  return inTime(context, async ({ workflow }) => {
    const handle = workflow.getHandle<typeof incident>(incidentId(reference));
    try {
      const { status, memo } = await handle.describe();
      const isRunning = status.name === 'RUNNING';
      const record = isRunning ? await ask(() => handle.query(inspect)) : await handle.result();
      return { record, memo: memo ?? {} };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  });
}

const pauseMs = 100;

/** A run that has just begun cannot be asked until its first task is over. */
async function ask<T>(query: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await query();
    } catch (error) {
      if (!hasNotBegun(error)) throw error;
      await wait(pauseMs);
    }
  }
}

/** gRPC's failed precondition. */
const notNow: readonly number[] = [9];

/** The SDK's name for any query that the workflow answered with an error: its record is not open. */
function hasNotBegun(error: unknown): boolean {
  if (error instanceof QueryNotRegisteredError) return true;
  const inner = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(inner) && notNow.includes(inner.code);
}
