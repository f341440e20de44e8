import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../client/actor';
import type { Cases } from '../client/answers';
import { mayDo } from '../domain/permissions';
import { access, type Access, type RouteName } from './access';
import { notFound, page, type Answer } from './answer';
import { Forbidden, NoRecord } from './errors';
import type { WebParts } from './parts';
import { longestHours } from './session';
import { withGivenRoles } from './sign-in/given-roles';
import type { Form, Page, RecordVisit, SignedIn, Visit } from './visit';

/** What each row of the table answers; `access` says who may ask. */
export type Pages = { readonly [Name in RouteName]: PageOf<Name> };

type PageOf<Name extends RouteName> = (typeof access)[Name] extends { readonly record: true }
  ? Page<RecordVisit>
  : (typeof access)[Name] extends { readonly who: 'public' }
    ? Page<PublicVisit>
    : Page;

/** A page that needs nobody to be signed in. */
export type PublicVisit = Omit<Visit, 'person' | 'cases'> &
  Pick<WebParts, 'oidc'> & {
    readonly person: SignedIn | null;
    /** All that anybody at all may do. */
    readonly refer: Cases['refer'];
  };

type Shower = (response: Response, answer: Answer, shown: object) => void;

/** Carries out one page's request: who it is, whether they may, what they are shown. */
export function answering(parts: WebParts, name: RouteName, show: Shower) {
  const row: Access = access[name];
  return (answer: Page<never>): RequestHandler =>
    async (request, response) => {
      const visit = await publicVisit(parts, request);
      // Pages about errors show who is signed in, too.
      response.locals['person'] = visit.person;
      if (row.who === 'public') {
        show(response, await (answer as Page<PublicVisit>)(visit), visit);
        return;
      }
      const { person } = visit;
      if (person === null) {
        // A form must not lead to the issuer: its policy lets it go to our own pages alone.
        if (request.method !== 'GET') return show(response, page('form-expired', {}, 403), visit);
        response.redirect(303, `/sign-in?to=${encodeURIComponent(request.path)}`);
        return;
      }
      if (!mayDo(row.who, person.roles)) throw new Forbidden(row.who);
      const known = { ...visit, person, cases: parts.casesFor(person.id, visit.authority) };
      const full = row.record ? await withRecord(known, request) : known;
      show(response, await (answer as Page)(full), full);
    };
}

/** An address that is none: as a page, with who is signed in. */
export const noPage =
  (parts: WebParts, show: Shower): RequestHandler =>
  async (request, response) => {
    const visit = await publicVisit(parts, request);
    response.locals['person'] = visit.person;
    show(response, notFound, visit);
  };

async function publicVisit(parts: WebParts, request: Request): Promise<PublicVisit> {
  const { person = '', roles } = request.session;
  const authority = withGivenRoles(await parts.readAuthority(), person, roles);
  const now = parts.now();
  return {
    ...{ request, authority, now, calendar: parts.calendar },
    ...{ register: parts.register, seal: parts.seal },
    ...{ oidc: parts.oidc, settings: parts.settings, inbox: parts.inbox },
    ...{ askConditions: parts.conditions.now, temporalPages: parts.temporalPages },
    person: whoIs(request, authority, now),
    refer: (referral) => parts.nobody.refer(referral),
    body: (request.body ?? {}) as Form,
    query: request.query as Form,
  };
}

/** Who is signed in; null: nobody, or somebody whose time is up or who has left. */
function whoIs(request: Request, authority: Visit['authority'], now: string): SignedIn | null {
  const { person: id, signedInAt } = request.session;
  if (id === undefined || signedInAt === undefined) return null;
  if (Date.parse(now) - Date.parse(signedInAt) > longestHours * 3_600_000) return null;
  const actor = actorOf(authority, id, now);
  const person = authority.people.find((one) => one.id === id);
  if (!actor.ok || !person) return null;
  return { ...actor.value, name: person.name };
}

async function withRecord(visit: Visit, request: Request): Promise<RecordVisit> {
  const seen = await visit.cases.inspect(String(request.params['ref']));
  if (!seen.ok) throw new NoRecord();
  return { ...visit, record: seen.value, asOf: seen.asOf ?? null };
}
