import { overseers } from '../domain/need-to-know';
import { permissions } from '../domain/permissions';
import { roles, type Role } from '../domain/roles';

/** Who may use a page: anybody at all, whoever is signed in, or holders of these roles. */
export interface Access {
  readonly who: 'public' | readonly Role[];
  /** Only where the record concerns them (domain/need-to-know.ts); others are told "not found". */
  readonly record?: true;
}

const anyone = { who: 'public' } as const;
const signedIn = { who: roles } as const;
const concerned = { who: roles, record: true } as const;

/** Whom every referral and review concerns: domain/need-to-know.ts. */
const partnership = { who: ['business-manager', 'manager', 'director', 'auditor'] } as const;

/** Every role that may carry out some action on some kind of record. */
const whoActs: readonly Role[] = [
  ...new Set(
    [permissions.incident, permissions.referral, permissions.review].flatMap((rows) =>
      Object.values<readonly Role[]>(rows).flat(),
    ),
  ),
];
/** Who reads the whole of the authority's file: whom it gives work, and who looks after them. */
const readsFile = {
  who: [
    ...(['notifying-officer', 'deputy', 'manager', 'director'] as const),
    ...(['business-manager', 'data-protection', 'auditor'] as const),
  ],
} as const;
const amending = { who: permissions.incident.amend, record: true } as const;
/** Those whom every record concerns. */
const oversight = { who: overseers } as const;

const operators = { who: permissions.machinery.temporal } as const;

const acting = { who: whoActs, record: true } as const;

/**
 * The one table of pages: route × role × relation to the record. A page that is not in it does not
 * compile, and a row without a page neither. What an action itself takes is domain/permissions.ts.
 */
export const access = {
  'GET /sign-in': anyone,
  'POST /sign-in': anyone,
  'GET /sign-in/done': anyone,
  'POST /sign-out': anyone,
  'GET /signed-out': anyone,
  'GET /at-risk': anyone,
  'GET /': signedIn,
  'GET /start': signedIn,
  'POST /start': signedIn,
  'GET /start/:ref': signedIn,
  'POST /start/:ref': signedIn,
  'GET /tasks': signedIn,
  'GET /setup': signedIn,
  'GET /setup/people': signedIn,
  'GET /setup/absences': signedIn,
  'POST /setup/absences': signedIn,
  'POST /setup/absences/:id/end': signedIn,
  'GET /setup/calendar': signedIn,
  'GET /setup/file': readsFile,
  'GET /refer': signedIn,
  'POST /refer': signedIn,
  'GET /refer/received/:ref': signedIn,
  'GET /public/refer': anyone,
  'POST /public/refer': anyone,
  'GET /public/refer/received/:ref': anyone,
  'GET /referrals': partnership,
  'GET /reviews': partnership,
  'GET /incidents/:ref': signedIn,
  'GET /referrals/:ref': signedIn,
  'GET /reviews/:ref': signedIn,
  'GET /overview': oversight,
  'POST /overview/find': oversight,
  'GET /timeliness': oversight,
  'GET /timeliness/csv': oversight,
  'GET /records/:ref': concerned,
  'GET /records/:ref/sheet': acting,
  'GET /records/:ref/briefing': acting,
  'GET /records/:ref/views': concerned,
  'GET /records/:ref/sign-off': concerned,
  'GET /records/:ref/alongside': concerned,
  'GET /records/:ref/done': acting,
  'POST /records/:ref/done': acting,
  'GET /records/:ref/files/:id': concerned,
  'GET /records/:ref/facts': amending,
  'GET /records/:ref/facts/:page': amending,
  'POST /records/:ref/facts/:page': amending,
  'GET /records/:ref/history': concerned,
  'GET /records/:ref/director': { ...oversight, record: true },
  'GET /records/:ref/reads': { who: permissions.register.accesses },
  'GET /records/:ref/act/:action': acting,
  'POST /records/:ref/act/:action': acting,
  'GET /operations': operators,
  'POST /operations': operators,
  'GET /inbox': signedIn,
  'GET /inbox/:id': signedIn,
  'GET /inbox/:id/raw': signedIn,
} as const satisfies Record<string, Access>;

export type RouteName = keyof typeof access;
