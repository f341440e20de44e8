import { temporalPages } from '../../client/temporal-pages';
import { mayDo, permissions } from '../../domain/permissions';
import type { Settings } from '../../settings';
import type { SignedIn } from '../visit';

/** A record's workflow in Temporal's own pages, for operators alone; null: nobody else is led there. */
export const workflowFor = (
  { roles }: Pick<SignedIn, 'roles'>,
  settings: Settings,
  reference: string,
): string | null =>
  mayDo(permissions.machinery.temporal, roles)
    ? (temporalPages(settings)?.workflowOf(reference) ?? null)
    : null;
