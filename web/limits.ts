import { rateLimit } from 'express-rate-limit';
import { TooMany } from './errors';
import { textOf, type Form } from './visit';

/** Of one address in a minute: a whole authority may come from one, and nothing here can be guessed. */
const perMinute = 3_000;

/** Too many requests of one address are refused for a while. */
export const limits = rateLimit({
  windowMs: 60_000,
  limit: perMinute,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  message: 'Too many requests came from this address. Wait a minute and try again.',
});

/** Of one address in an hour: nobody who may not sign in refers more often. */
const sentPerHour = 5;

/** What anybody may send without signing in is taken a few times only; turning its pages is free. */
export const publicFormLimit = () =>
  rateLimit({
    windowMs: 3_600_000,
    limit: sentPerHour,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: ({ body }) => textOf((body ?? {}) as Form, 'go') !== 'send',
    handler: (_request, _response, next) => next(new TooMany()),
  });
