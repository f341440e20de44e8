import type { z } from 'zod';
import { commandSchemas as onIncidents } from './case/commands';
import type { RecordKindName } from './record/kinds';
import { referralCommandSchemas } from './referral/commands';
import { reviewCommandSchemas } from './review/commands';

const tables: Readonly<Record<RecordKindName, Readonly<Record<string, z.ZodType>>>> = {
  incident: onIncidents,
  referral: referralCommandSchemas,
  review: reviewCommandSchemas,
};

/** What a person must give for each action on a kind of record, by the action's name. */
export const commandSchemas = (kind: RecordKindName): ReadonlyMap<string, z.ZodType> =>
  new Map(Object.entries(tables[kind]));
