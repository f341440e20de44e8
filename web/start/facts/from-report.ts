import type { Authority } from '../../../domain/authority';
import type { Child, IncidentReport } from '../../../domain/report';
import { dateFields, momentFields } from '../../moments';
import type { Form } from '../../visit';
import { authorityFields } from '../authority-code';
import { factsToDate, type FactToDate } from './facts-to-date';
import type { ChildPage, FactsPage } from './pages';

type Known = Pick<Authority, 'code' | 'areas'>;

/** What a page shows of what is recorded. A fact not yet known is left to be answered. */
export function formOf(page: FactsPage, report: IncidentReport, authority: Known): Form {
  if (!('child' in page)) return incidentForms[page.name](report, authority);
  const child = report.children[page.child];
  return child ? childForms[page.name](child, report, authority) : {};
}

type IncidentPage = Exclude<FactsPage, { readonly child: number }>['name'];

const incidentForms: Readonly<
  Record<IncidentPage, (report: IncidentReport, authority: Known) => Form>
> = {
  children: ({ children, otherAreas }) => ({
    ...{ count: String(children.length), areas: otherAreas },
  }),
  aware: ({ becameAwareAt, reporter }) => ({
    ...{ aware: 'known', ...momentFields('known', becameAwareAt) },
    who: reporter?.role ?? '',
  }),
  what: ({ summary }) => ({ summary: summary ?? '' }),
  where: ({ place, occurredOn, incidentArea }, authority) => ({
    ...{ place, day: occurredOn ? 'known' : '' },
    ...dateFields('occurred', occurredOn),
    ...authorityFields('area', incidentArea, codesOf(authority)),
  }),
  known: (report) => momentsOf(factsToDate(report, report)),
};

/** The moments of facts as their fields show them. */
export const momentsOf = (dated: readonly FactToDate[]): Form =>
  Object.assign({}, ...dated.map(({ field, knownAt }) => momentFields(field, knownAt))) as Form;

const codesOf = ({ code, areas }: Known): string[] => [code, ...areas.map((area) => area.code)];

const unlessUnknown = (value: string): string => (value === 'not-yet-known' ? '' : value);

const childForms: Readonly<
  Record<ChildPage, (child: Child, report: IncidentReport, authority: Known) => Form>
> = {
  about: ({ bornOn, localCaseId, normallyResidentHere }, { occurredOn }) => ({
    born: bornOn === null ? '' : occurredOn !== null && bornOn > occurredOn ? 'unborn' : 'known',
    ...dateFields('bornOn', bornOn),
    ...{ localCaseId: localCaseId ?? '', lives: normallyResidentHere ? '' : 'no' },
  }),
  harm: ({ harm, suspectedSuicide, abuseOrNeglect }) => ({
    harm: unlessUnknown(harm),
    suicide: harm === 'died' && suspectedSuicide ? 'yes' : '',
    abuse: unlessUnknown(abuseOrNeglect),
  }),
  care: ({ lookedAfter, regulatedSetting, careLeaver, ...child }, _, authority) => ({
    lookedAfter: unlessUnknown(lookedAfter),
    careLeaver: unlessUnknown(careLeaver),
    regulatedSetting: unlessUnknown(regulatedSetting),
    ...authorityFields('lookedAfterBy', child.lookedAfterBy ?? authority.code, codesOf(authority)),
    ...authorityFields('careLeaverOf', child.careLeaverOf ?? authority.code, codesOf(authority)),
  }),
};
