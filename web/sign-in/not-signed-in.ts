import { z } from 'zod';

/** Why nobody is signed in, in a sentence for them; `code` is for the log and says nothing of them. */
export interface NotSignedIn {
  readonly ok: false;
  readonly why: 'issuer does not answer' | 'refused';
  readonly sentence: string;
  readonly code: string;
}

/** The wrong state, nonce or browser, or an answer that came too late or a second time. */
const notOurs = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'invalid_grant',
];

/** The issuer sent the browser back with an error instead of a code: cancelled, or not admitted. */
const notAdmitted = ['OAUTH_AUTHORIZATION_RESPONSE_ERROR'];

/** What openid-client threw, in words. Its messages and causes may hold claims, so none is kept. */
export function notSignedIn(issuer: string, error: unknown): NotSignedIn {
  const code = codeOf(error);
  const refused = (sentence: string): NotSignedIn => ({
    ok: false,
    why: 'refused',
    sentence,
    code,
  });
  if (notAdmitted.includes(code)) {
    return refused(
      'The sign-in service did not let you in. Sign in again, or ask those who run it.',
    );
  }
  if (notOurs.includes(code)) {
    return refused('That sign-in took too long, or was begun in another window. Sign in again.');
  }
  const sentence =
    `The sign-in service at ${new URL(issuer).host} does not answer as it should. ` +
    'Try again in a few minutes. If it goes on, tell those who run this service.';
  return { ok: false, why: 'issuer does not answer', sentence, code };
}

const word = z.string().regex(/^\w{1,60}$/);
const thrown = z.object({
  code: word.optional().catch(undefined),
  error: word.optional().catch(undefined),
  cause: z.unknown().optional(),
});

/** `ECONNREFUSED`, `OAUTH_…`, or what the issuer's token endpoint answered, such as `invalid_grant`. */
function codeOf(error: unknown): string {
  const { code, error: answered, cause } = thrown.safeParse(error).data ?? {};
  if (code === 'OAUTH_RESPONSE_BODY_ERROR' && answered !== undefined) return answered;
  return code ?? (cause === undefined ? 'unknown' : codeOf(cause));
}
