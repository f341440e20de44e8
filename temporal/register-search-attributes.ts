import { setTimeout as wait } from 'node:timers/promises';
import { type ConnectionLike, isGrpcServiceError } from '@temporalio/client';
import { encodeSearchAttributeIndexedValueType } from '@temporalio/common/lib/search-attributes';
import { searchAttributes } from './search-attributes';

const keys = Object.values(searchAttributes);
const patienceMs = 15_000;
const pauseMs = 250;

/** gRPC codes: 3 invalid argument, 6 already exists, 7 permission denied, 12 unimplemented. */
const invalidArgument = [3];
const mayNotOrNeedNot = [6, 7, 12];

/** Compares each with a value of its type, so that one registered as another type is refused. */
const probe = [
  `${searchAttributes.stage.name} = 'x'`,
  `${searchAttributes.nextDue.name} > '2000-01-01T00:00:00Z'`,
  `${searchAttributes.hasLate.name} = true`,
  `${searchAttributes.rulebook.name} = 'x'`,
].join(' AND ');

/**
 * Adds the search attributes that are missing, where this connection may, and waits until the
 * server knows them. False: not all are there, so workflows must not write any.
 */
export async function registerSearchAttributes(
  connection: ConnectionLike,
  namespace: string,
): Promise<boolean> {
  if (await areRegistered(connection, namespace)) return true;
  if (!(await addMissing(connection, namespace))) return false;
  for (const until = Date.now() + patienceMs; Date.now() < until; await wait(pauseMs)) {
    if (await areRegistered(connection, namespace)) return true;
  }
  return false;
}

/** True when the server can look cases up by every one of our search attributes. */
export async function areRegistered(
  connection: ConnectionLike,
  namespace: string,
): Promise<boolean> {
  const count = connection.workflowService.countWorkflowExecutions({ namespace, query: probe });
  return unlessCode(count, invalidArgument);
}

async function addMissing(connection: ConnectionLike, namespace: string): Promise<boolean> {
  const { operatorService } = connection;
  const adding = async () => {
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
    const missing = keys.filter(({ name }) => !(name in customAttributes));
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(
        missing.map(({ name, type }) => [name, indexedType(type)]),
      ),
    });
  };
  return unlessCode(adding(), mayNotOrNeedNot);
}

function indexedType(type: (typeof keys)[number]['type']): number {
  const encoded = encodeSearchAttributeIndexedValueType(type);
  if (encoded === undefined) throw new TypeError(`Temporal has no search attribute type ${type}`);
  return encoded;
}

async function unlessCode(call: Promise<unknown>, codes: readonly number[]): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (isGrpcServiceError(error) && codes.includes(error.code)) return false;
    throw error;
  }
}
