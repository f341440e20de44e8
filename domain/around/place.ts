import { authorityName } from '../wording';
import type { Setting } from './sheet';

/** `in the area of Example Council`, or `outside England`. */
export function placeInWords({ report, authority }: Setting): string {
  const { place, incidentArea } = report;
  return {
    'in-area': `in the area of ${authority.name}`,
    'elsewhere-in-england': `in the area of ${authorityName(authority, incidentArea ?? '')}`,
    'outside-england': 'outside England',
  }[place];
}
