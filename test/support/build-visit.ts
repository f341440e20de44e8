import { englandAndWales } from '../../domain/bank-holidays';
import type { Role } from '../../domain/roles';
import type { Form, RecordVisit } from '../../web/visit';
import { buildAuthority } from './build-authority';
import { buildView } from './build-view';

interface Given extends Partial<Omit<RecordVisit, 'person'>> {
  readonly by?: string;
  readonly roles?: readonly Role[];
  /** The action of the address. */
  readonly action?: string;
  readonly body?: Form;
}

/** Somebody at an incident record on Tuesday 29 December 2026 at noon: an officer, unless it is said. */
export function buildVisit(given: Given = {}): RecordVisit {
  const { by = 'officer-1', roles = ['notifying-officer'], action, ...rest } = given;
  const request = { params: { action } } as never;
  const person = { id: by, name: by, roles, coverFor: [] };
  const cases = {} as RecordVisit['cases'];
  const visit = {
    ...{ request, person, cases, authority: buildAuthority(), calendar: englandAndWales },
    ...{ now: '2026-12-29T12:00:00.000Z', body: {}, query: {}, record: buildView(), asOf: null },
  };
  return { ...visit, ...rest } as RecordVisit;
}
