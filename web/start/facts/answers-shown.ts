import type { Authority } from '../../../domain/authority';
import { factWords } from '../../../domain/case/fact-words';
import { ageDateOf, type Child, type IncidentReport } from '../../../domain/report';
import { momentInWords } from '../../../domain/when';
import { authorityName, dateInWords } from '../../../domain/wording';
import type { Option } from '../../actions/action';
import { places } from '../options';
import { asksSetting, mayBeCareLeaver } from './child-answers';
import { factsToDate } from './facts-to-date';
import { childOptions as options } from './options';

/** Answers that one page asks for, as people read them. */
export interface Group {
  readonly title: string;
  /** The page’s name in addresses. */
  readonly slug: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
}

const unknown = 'Don’t know yet';

const wordsOf = (known: readonly Option[], value: string): string =>
  known.find((one) => one.value === value)?.text ?? unknown;

/** Every answer of a report, page by page. */
export function answersShown(report: IncidentReport, authority: Authority): readonly Group[] {
  const { reporter, occurredOn, incidentArea, otherAreas } = report;
  const place = wordsOf(places(authority), report.place);
  const names = (codes: readonly string[]) => codes.map((code) => authorityName(authority, code));
  return [
    group('When it was first known', 'aware', [
      ['First known', momentInWords(report.becameAwareAt)],
      ['By whom, and how', reporter?.role ?? unknown],
    ]),
    group('Where and on which day', 'where', [
      ['Where', incidentArea ? `${place}: ${names([incidentArea]).join()}` : place],
      ['Day', occurredOn ? dateInWords(occurredOn) : unknown],
    ]),
    group('What is known', 'what', [['In a few sentences', report.summary ?? 'Nothing written']]),
    group('Children', 'children', [
      ['How many', String(report.children.length)],
      ['Partners elsewhere to be told', names(otherAreas).join(', ') || 'None'],
    ]),
    ...report.children.flatMap((child, index) => childGroups(child, index, { report, authority })),
    ...knownGroup(report),
  ];
}

/** None where nothing is known yet. */
function knownGroup(report: IncidentReport): Group[] {
  const rows = factsToDate(report, report)
    .filter(({ isAnswered }) => isAnswered)
    .map(({ child, fact, knownAt }): Row => {
      const { ref } = report.children[child] ?? { ref: '' };
      return [`Child ${ref}: ${factWords[fact]}`, momentInWords(knownAt)];
    });
  return rows.length === 0 ? [] : [group('Since when it was known', 'known', rows)];
}

type Row = readonly [label: string, text: string];

const group = (title: string, slug: string, rows: readonly Row[]): Group => ({
  ...{ title, slug },
  rows: rows.map(([label, text]) => ({ label, text })),
});

interface Around {
  readonly report: IncidentReport;
  readonly authority: Authority;
}

function childGroups(child: Child, index: number, { report, authority }: Around): Group[] {
  const title = `Child ${child.ref}`;
  const on = ageDateOf(report);
  const isUnborn = child.bornOn !== null && child.bornOn > on;
  const of = (code: string | null) => authorityName(authority, code ?? authority.code);
  const care: Row[] = [
    ['Looked after', yesOf(child.lookedAfter, of(child.lookedAfterBy))],
    ...(mayBeCareLeaver(child, on)
      ? [['Care leaver', yesOf(child.careLeaver, of(child.careLeaverOf))] as const]
      : []),
    ...(asksSetting(child, authority)
      ? [['In a regulated setting', yesOf(child.regulatedSetting, null)] as const]
      : []),
  ];
  return [
    group(`${title}: who it is`, `${index + 1}-about`, [
      [isUnborn ? 'Expected on' : 'Born on', child.bornOn ? dateInWords(child.bornOn) : unknown],
      ['Local case number', child.localCaseId ?? 'None written'],
      ['Lives here', child.normallyResidentHere ? 'Yes, or don’t know yet' : 'No'],
    ]),
    group(`${title}: what happened`, `${index + 1}-harm`, [
      [
        'The child',
        wordsOf(options.harm, child.harm) +
          (child.suspectedSuicide ? '; suicide is suspected' : ''),
      ],
      ['Abuse or neglect', wordsOf(options.abuse, child.abuseOrNeglect)],
    ]),
    group(`${title}: care`, `${index + 1}-care`, care),
  ];
}

const yesOf = (value: string, by: string | null): string =>
  value === 'yes' && by !== null ? `Yes, by ${by}` : wordsOf(options.yesOrNo, value);
