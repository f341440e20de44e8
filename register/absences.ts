import { randomBytes } from 'node:crypto';
import type { Absence } from '../domain/absences';
import type { Database } from './database';
import { keepInForce } from './in-force';
import type { AbsenceRow } from './schema';

/** When people are away, as they say themselves. What was said stays; an absence can only be ended. */
export interface Absences {
  readonly add: (absence: NewAbsence) => Promise<KeptAbsence>;
  /** They are back, or were never away. False: there is none that stands under this id. */
  readonly end: (id: string, by: string) => Promise<boolean>;
  /** Those whose last day is not before `from`, a London date; ended ones too. */
  readonly all: (from: string) => Promise<KeptAbsence[]>;
  /** The same without those that were ended: what counts. */
  readonly standing: (from: string) => Promise<KeptAbsence[]>;
  /** The same as it was some seconds ago or when the database last answered; never throws. */
  readonly inForce: (from: string) => Promise<readonly KeptAbsence[]>;
}

export interface NewAbsence extends Absence {
  /** Who enters it: an id in the authority's file. */
  readonly by: string;
}

export interface KeptAbsence extends NewAbsence {
  readonly id: string;
  /** Instants, UTC. */
  readonly at: string;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
}

export function createAbsences(db: Database): Absences {
  const notBefore = (from: string) =>
    db
      .selectFrom('absences')
      .selectAll()
      .where('toOn', '>=', from)
      .orderBy('fromOn')
      .orderBy('at')
      .orderBy('id');
  const standing = async (from: string) =>
    (await notBefore(from).where('endedAt', 'is', null).execute()).map(absenceOf);
  const { read: inForce, forget } = keepInForce(standing);
  return {
    standing,
    inForce,
    all: async (from) => (await notBefore(from).execute()).map(absenceOf),
    async add(absence) {
      const { from: fromOn, to: toOn, ...rest } = absence;
      const added = { id: newId(), at: new Date().toISOString(), ...notEnded };
      await db
        .insertInto('absences')
        .values({ ...rest, fromOn, toOn, ...added })
        .execute();
      forget();
      return { ...absence, ...added };
    },
    async end(id, by) {
      const { numUpdatedRows } = await db
        .updateTable('absences')
        .set({ endedBy: by, endedAt: new Date().toISOString() })
        .where('id', '=', id)
        .where('endedAt', 'is', null)
        .executeTakeFirst();
      forget();
      return numUpdatedRows > 0n;
    },
  };
}

/** Short enough to be typed. */
const newId = () => randomBytes(5).toString('hex');

const notEnded = { endedBy: null, endedAt: null };

const absenceOf = ({ fromOn: from, toOn: to, ...rest }: AbsenceRow): KeptAbsence => ({
  ...rest,
  from,
  to,
});
