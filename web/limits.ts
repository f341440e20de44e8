import { rateLimit } from 'express-rate-limit';

/** Of one address in a minute: far more than a person needs, far less than guessing takes. */
const perMinute = 600;

/** Too many requests of one address are refused for a while. */
export const limits = rateLimit({
  windowMs: 60_000,
  limit: perMinute,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  message: 'Too many requests came from this address. Wait a minute and try again.',
});
