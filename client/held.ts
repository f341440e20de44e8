import { setTimeout as wait } from 'node:timers/promises';
import { type Client, QueryNotRegisteredError, WorkflowNotFoundError } from '@temporalio/client';
import type { AnyState } from '../domain/records';
import { workflowIdOf } from '../temporal/names';
import { areRegistered } from '../temporal/register-search-attributes';
import { isNotReady } from '../temporal/update-again';
import type { KeptRecord } from '../workflows/messages';
import { askRecord } from './ask-record';
import { inTime, patience, type CasesContext } from './context';
import { findKept } from './kept';
import { heldFrom } from './next-run';

/**
 * A record wherever it is: with a running workflow, as the result of the last run, or, once Temporal
 * has forgotten or lost it, in the register. Null: there is none under that reference.
 */
export async function findRecord(
  context: CasesContext,
  reference: string,
): Promise<KeptRecord<AnyState> | null> {
  return (await findInTemporal(context, reference)) ?? findInRegister(context, reference);
}

/** Null: Temporal does not know the reference. */
export async function findInTemporal(
  context: CasesContext,
  reference: string,
  seconds = patience,
): Promise<KeptRecord<AnyState> | null> {
  const find = ({ workflow }: Client) => {
    const handle = workflow.getHandle(workflowIdOf(reference));
    return patiently(() => askRecord(handle));
  };
  try {
    return await inTime(context, find, seconds);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

async function findInRegister(context: CasesContext, reference: string) {
  const kept = await findKept(context, reference);
  if (!kept) return null;
  const hasSearchAttributes = await inTime(context, ({ connection, options }) =>
    areRegistered(connection, options.namespace),
  );
  return heldFrom(kept.state, hasSearchAttributes).record;
}

const pauseMs = 100;

/** A run that has just begun cannot be asked until its first task is over. */
async function patiently<T>(query: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await query();
    } catch (error) {
      if (!hasNotBegun(error)) throw error;
      await wait(pauseMs);
    }
  }
}

/** The SDK's name for any query that the workflow answered with an error: its record is not open. */
const hasNotBegun = (error: unknown): boolean =>
  error instanceof QueryNotRegisteredError || isNotReady(error);
