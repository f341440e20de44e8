import { summarise } from '../../domain/summary';
import type { Register } from '../../register/register';
import { buildIncident } from './build-incident';
import { correction, DrivenCase, evidence, manager2, officer } from './drive-case';

export const hostile = '<script>alert("x")</script> & \'=1+1\'';

/** An incident with a struck-out moment, evidence, a late task and text that is no markup. */
export function eventfulIncident(reference: string): DrivenCase {
  const driven = new DrivenCase(buildIncident({ summary: hostile }), '2026-12-23T10:00:00.000Z');
  driven.state = { ...driven.state, reference };
  driven.act('amend', officer, correction({ becameAwareAt: '2026-12-23T08:00:00+00:00' }, hostile));
  driven.act('approve', manager2, { proposal: driven.state.proposals[0]?.id ?? '' });
  driven.until('2026-12-30T12:00:00.000Z');
  driven.act('done', officer, { ...evidence(['panel'], driven.now), told: hostile });
  driven.until('2027-01-05T12:00:00.000Z');
  driven.act('acknowledge', officer, { tasks: ['partner:police'] });
  return driven.act('explain', officer, { task: 'partner:icb', text: hostile });
}

/** Hands it to the register in two appends, as a workflow would. */
export async function keepIncident(
  { recorder }: Register,
  { state, entries }: DrivenCase,
): Promise<void> {
  const { reference } = state;
  await recorder.append(reference, entries.slice(0, 5), { summary: summarise(state), state });
  await recorder.append(reference, entries.slice(5), { summary: summarise(state), state });
}
