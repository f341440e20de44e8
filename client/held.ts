import { setTimeout as wait } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  QueryNotRegisteredError,
  QueryRejectedError,
  ServiceError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import type { AnyState } from '../domain/records';
import { workflowIdOf } from '../temporal/names';
import { areRegistered } from '../temporal/register-search-attributes';
import { inspect, type KeptRecord } from '../workflows/messages';
import { inTime, patience, type CasesContext } from './context';
import { findKept } from './kept';
import { heldFrom, type Held } from './next-run';

/**
 * A record wherever it is: with a running workflow, as the result of the last run, or, once Temporal
 * has forgotten or lost it, in the register. Null: there is none under that reference.
 */
export async function findRecord(context: CasesContext, reference: string): Promise<Held | null> {
  const record = await findInTemporal(context, reference);
  if (!record) return findInRegister(context, reference);
  const { memo } = await inTime(context, ({ workflow }) =>
    workflow.getHandle(workflowIdOf(reference)).describe(),
  );
  return { record, memo: memo ?? {} };
}

/** Null: Temporal does not know the reference. */
export async function findInTemporal(
  context: CasesContext,
  reference: string,
  seconds = patience,
): Promise<KeptRecord<AnyState> | null> {
  const find = async ({ workflow }: Client) => {
    const handle = workflow.getHandle(workflowIdOf(reference));
    try {
      return await ask(() => handle.query(inspect));
    } catch (error) {
      if (error instanceof QueryRejectedError)
        return (await handle.result()) as KeptRecord<AnyState>;
      throw error;
    }
  };
  try {
    return await inTime(context, find, seconds);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

async function findInRegister(context: CasesContext, reference: string): Promise<Held | null> {
  const kept = await findKept(context, reference);
  if (!kept) return null;
  const hasSearchAttributes = await inTime(context, ({ connection, options }) =>
    areRegistered(connection, options.namespace),
  );
  return heldFrom(kept.state, hasSearchAttributes);
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
