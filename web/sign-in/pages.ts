import { goTo, page, type Answer } from '../answer';
import { backTo } from '../back-to';
import type { PublicVisit } from '../pipeline';
import { textOf } from '../visit';
import { chooseWho } from './choose';
import { enter, keep, leave } from './enter';
import type { NotSignedIn } from './oidc';
import { personOf } from './person-of';

/** To the issuer, where there is one; else the page on which one chooses who one is. */
export async function beginSignIn(visit: PublicVisit): Promise<Answer> {
  const { oidc, person, query, request } = visit;
  const to = backTo(textOf(query, 'to'));
  if (person !== null) return goTo(to);
  if (oidc === null) return chooseWho(visit);
  const begun = await oidc.begin();
  if (!begun.ok) return failed(visit, begun);
  await keep(request, { pending: begun.pending, backTo: to });
  return goTo(begun.url.href);
}

/** Back from the issuer. What was kept for it serves once. */
export async function endSignIn(visit: PublicVisit): Promise<Answer> {
  const { oidc, request, authority, now, settings } = visit;
  const { pending, backTo: to = '/' } = request.session;
  if (oidc === null || settings.oidc === null || pending === undefined) return goTo('/sign-in');
  delete request.session.pending;
  const back = await oidc.finish(new URL(request.originalUrl, settings.url), pending);
  if (!back.ok) return failed(visit, back);
  const found = personOf(back.claims, authority, settings.oidc);
  if (!found.ok) {
    const issuerUrl = await endOfIssuersSession(visit);
    return page('sign-in-failed', { sentence: found.sentence, issuerUrl }, 403);
  }
  const roles = settings.oidc.roles === null ? {} : { roles: found.roles };
  await enter(request, { person: found.person.id, ...roles }, now);
  return goTo(to);
}

export async function signOut({ request, oidc }: PublicVisit): Promise<Answer> {
  await leave(request);
  return goTo(oidc === null ? '/sign-in' : '/signed-out');
}

/** With a way to end the issuer's session too: on a shared computer the next person would have it. */
export const showSignedOut = async (visit: PublicVisit): Promise<Answer> =>
  page('signed-out', { issuerUrl: await endOfIssuersSession(visit) });

async function endOfIssuersSession({ oidc, settings }: PublicVisit): Promise<string | null> {
  const url = await oidc?.endSessionUrl(`${settings.url}/signed-out`);
  return url?.href ?? null;
}

function failed({ request }: PublicVisit, { why, sentence, code }: NotSignedIn): Answer {
  const isDown = why === 'issuer does not answer';
  if (isDown && request.res) request.res.locals['error'] = `sign-in: ${code}`;
  return page('sign-in-failed', { sentence }, isDown ? 503 : 403);
}
