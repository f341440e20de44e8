import { panelSheet } from '../../../domain/around/panel-sheet';
import { basisOf } from '../../support/around-incident';
import {
  anInstant,
  buildChild,
  buildIncident,
  inChild,
  manyChildren,
} from '../../support/build-incident';
import { DrivenCase, evidence, officer } from '../../support/drive-case';

const sheetOf = (report: unknown, by: string | null = 'officer-1') =>
  panelSheet({ ...basisOf(new DrivenCase(report, anInstant)), by });

/** What the sheet says of one thing that is asked about the first child, or of `The incident`. */
function line(report: unknown, asks: string, title = 'Child A') {
  const group = sheetOf(report).groups.find((one) => one.title === title);
  const found = group?.lines.find((one) => one.asks === asks);
  return [found?.known, found?.fetch];
}

const all = sheetOf(buildIncident());
const asksOf = (sureness: string) =>
  all.groups.flatMap(({ lines }) =>
    lines.filter((one) => one.sureness === sureness).map(({ asks }) => asks),
  );

describe('the prepared sheet for the Panel’s online form', () => {
  test('has what published guidance says the form asks for (GOV.UK)', () => {
    expect(asksOf('read')).toEqual([
      ...['Your telephone number', 'Your email address'],
      ...['Location', 'Date', 'Time', 'Supporting documents'],
      ...['Name', 'Age', 'Health', 'Geographical information'],
    ]);
  });

  test('has what published breakdowns imply that it asks for (GOV.UK)', () => {
    expect(asksOf('implied')).toEqual([
      ...['Gender', 'Ethnicity', 'Disability', 'Nature', 'Placement type'],
      ...['Known to agencies', 'Child protection plan'],
    ]);
  });

  test.each(['Name', 'Health', 'Gender', 'Ethnicity', 'Disability'])(
    'never holds what is in the case system: %s',
    (asks) => {
      expect(line(buildIncident(), asks)).toEqual([null, expect.any(String)]);
    },
  );

  test.each([
    ['Age', {}, ['14 on the date of the incident; date of birth, or expected: 4 March 2012', null]],
    ['Age', { bornOn: '2026-12-01' }, [expect.stringMatching(/^under 1 /), null]],
    ['Age', { bornOn: '2027-02-01' }, [expect.stringMatching(/^not yet born /), null]],
    ['Age', { bornOn: null }, [null, 'date of birth']],
    ['Nature', { suspectedSuicide: true }, ['death, suspected suicide', null]],
    ['Nature', { harm: 'seriously-harmed' }, ['serious harm', null]],
    ['Nature', { harm: 'not-yet-known' }, [null, expect.stringMatching(/not yet known here$/)]],
    ['Placement type', {}, ['not looked after', null]],
    [
      'Placement type',
      { lookedAfter: 'yes', lookedAfterBy: 'E06000002' },
      ['looked after by Next Area', 'placement type'],
    ],
    [
      'Placement type',
      { regulatedSetting: 'yes' },
      ['not looked after, in a regulated setting or service', 'placement type'],
    ],
    [
      'Geographical information',
      { normallyResidentHere: false },
      ['not normally resident in the area of Example Council', 'address'],
    ],
  ])('says what is known here: %s of %j', (asks, child, said) => {
    expect(line(inChild(child), asks)).toEqual(said);
  });

  test.each([
    [{}, ['in the area of Example Council', 'where exactly']],
    [
      { place: 'elsewhere-in-england', incidentArea: 'E06000002' },
      ['in the area of Next Area', 'where exactly'],
    ],
    [{ place: 'outside-england' }, ['outside England', 'where exactly']],
  ])('says where it happened: %j', (place, said) => {
    expect(line(buildIncident(place), 'Location', 'The incident')).toEqual(said);
  });

  test('gives the notifier’s address where it is known who submits', () => {
    const email = (by: string | null) => sheetOf(buildIncident(), by).groups[0]?.lines[1]?.known;
    expect([email('officer-1'), email(null)]).toEqual(['officer-1@authority.example', null]);
  });

  test('four children have fields of their own, further ones go into the free text (GOV.UK)', () => {
    const { groups, before } = sheetOf(manyChildren(6));
    const hints = groups.filter(({ title }) => title.startsWith('Child')).map(({ hint }) => hint);
    expect(hints).toEqual([null, null, null, null, 'into the free text', 'into the free text']);
    expect(before).toContain('The form has fields for 4 children. Into its free text: 4, 5.');
  });

  test('names the record in the case system from which to fetch', () => {
    const { groups } = sheetOf(inChild({ localCaseId: 'LCS-1' }));
    expect(groups[2]?.hint).toBe('LCS-1 in the case system');
  });
});

describe('before it is submitted', () => {
  const serves = (said: string) => said.startsWith('One submission reaches the national Panel,');

  test('it says by when, and which tasks one submission can serve (GOV.UK)', () => {
    const { before } = sheetOf(inChild({ lookedAfter: 'yes' }));
    expect(before[0]).toBe(
      'Submit by the end of Thursday 31 December 2026; aim for 17:00 that day.',
    );
    expect(serves(before[1] ?? '')).toBe(true);
    expect(before[1]).toMatch(
      /each still confirmed by a person: Notify the national Panel; Notify the Secretary of State; Notify Ofsted\.$/,
    );
  });

  test('it says by when while a later start is only claimed: the earlier date', () => {
    const knownAt = { abuseOrNeglect: '2026-12-23T09:00:00Z' };
    const driven = new DrivenCase(
      inChild({ knownAt, knownAtReason: 'told' }),
      '2026-12-23T10:00:00Z',
    );
    expect(panelSheet(basisOf(driven)).before[0]).toContain('Thursday 31 December 2026');
  });

  test('the Panel having been notified, it warns of a second time', () => {
    const driven = new DrivenCase(buildIncident(), '2026-12-23T10:00:00.000Z');
    driven.act('done', officer, evidence(['panel'], '2026-12-23T09:00:00.000Z'));
    const { before } = panelSheet(basisOf(driven));
    expect(before[0]).toMatch(/reference CSONS-1\. Do not submit a second time\.$/);
    expect(before.some(serves)).toBe(false);
  });

  test('another authority holding the duty, it says so', () => {
    const elsewhere = { place: 'elsewhere-in-england', incidentArea: 'E06000002' };
    const { before } = sheetOf(buildIncident(elsewhere, { lookedAfter: 'yes' }));
    expect(before[0]).toMatch(/^Next Area notifies the national Panel: confirm that it has\./);
    expect(before[1]).toMatch(/Ask the other authority whether its submission serves these tasks/);
  });

  test('no criterion that tells the Panel being met, it says so', () => {
    expect(sheetOf(inChild({ abuseOrNeglect: 'not-suspected' })).before[0]).toBe(
      'As the facts stand, no task here asks to notify the national Panel.',
    );
  });
});

test('the text to copy has what is known, child by child, and marks its blanks', () => {
  const children = [buildChild(), buildChild({ ref: 'B', harm: 'seriously-harmed' })];
  const { draft } = sheetOf(buildIncident({ summary: 'A fall from a height.', children }));
  expect(draft.split('\n')).toEqual(
    expect.arrayContaining([
      'The authority became aware: Tuesday 22 December 2026, 17:30',
      'Date: Sunday 20 December 2026',
      'Time: [fetch: time of day, if possible]',
      'What happened: A fall from a height.',
      'Child A',
      'Child B',
      'Name: [fetch: name]',
      'Nature: serious harm',
      'Abuse or neglect: suspected',
      expect.stringMatching(
        /^Criteria met: a child has died and .* \(Children Act 2004 s16C\(1\)\)$/,
      ),
    ]),
  );
  expect(draft).not.toContain('Supporting documents');
});
