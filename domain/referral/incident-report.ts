import type { ReferralForm } from './form';

/**
 * The incident report that a referral's facts make, as handed in: to see whether they meet the
 * criteria, and to start the incident with. Where no place is known, this area is assumed.
 */
export function incidentReportOf(form: ReferralForm, becameAwareAt: string) {
  const { whatHappened, occurredOn, place, incidentArea, children, referrer } = form;
  const { name, role, agency } = referrer;
  const reporter = { name, role: [role, agency].filter((text) => text !== null).join(', ') };
  return {
    summary: whatHappened,
    becameAwareAt,
    occurredOn,
    place: place ?? 'in-area',
    incidentArea,
    reporter,
    children,
  };
}
