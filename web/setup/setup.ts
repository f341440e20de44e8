import { londonDateOf } from '../../domain/calendar';
import { horizonOf } from '../../domain/calendar-horizon';
import { page, type Answer } from '../answer';
import type { Visit } from '../visit';
import { gapsAhead } from './gaps';

/** Whether everything is set up, at a glance. */
export function showSetup({ authority, calendar, now }: Visit): Answer {
  const today = londonDateOf(now);
  const gaps = gapsAhead(authority, today);
  return page('setup/setup', { gaps, horizon: horizonOf(calendar, today) });
}
