import { mayDo, permissions } from '../../domain/permissions';
import type { Visit } from '../visit';

/** A record's workflow in Temporal's own pages, for operators alone; null: nobody else is led there. */
export const workflowFor = (
  { person, temporalPages }: Pick<Visit, 'person' | 'temporalPages'>,
  reference: string,
): string | null =>
  mayDo(permissions.machinery.temporal, person.roles)
    ? (temporalPages?.workflowOf(reference) ?? null)
    : null;
