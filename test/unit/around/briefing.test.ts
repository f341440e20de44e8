import { briefing } from '../../../domain/around/briefing';
import { basisOf } from '../../support/around-incident';
import { buildAuthority } from '../../support/build-authority';
import { anInstant, buildIncident, inChild } from '../../support/build-incident';
import { DrivenCase, evidence, officer } from '../../support/drive-case';

const briefed = (driven: DrivenCase) => briefing(basisOf(driven));
const briefingOf = (report: unknown) => briefed(new DrivenCase(report, anInstant));

const linesIn = ({ sections }: ReturnType<typeof briefing>, title: string) =>
  sections.find((section) => section.title === title)?.lines ?? [];

describe('the need-to-know briefing', () => {
  test('says what is known of each child by its letter', () => {
    expect(
      linesIn(briefingOf(inChild({ regulatedSetting: 'not-yet-known' })), 'What is known'),
    ).toEqual([
      'Child A: aged 14; has died; abuse or neglect is known or suspected; it is not yet known whether the child was in a regulated setting',
    ]);
  });

  test('leaves out what somebody wrote, who handed it in, birth dates and case numbers', () => {
    const report = {
      summary: 'written by hand',
      reporter: { name: 'somebody', role: 'some role', email: 'x@council.example' },
    };
    const text = JSON.stringify(briefingOf(buildIncident(report, { localCaseId: 'LCS-1' })));
    for (const part of [
      'by hand',
      'somebody',
      'some role',
      'x@council',
      'LCS-1',
      '2012',
      'March',
    ]) {
      expect(text).not.toContain(part);
    }
  });

  test('says who must be told, by when, and who has it', () => {
    const driven = new DrivenCase(buildIncident(), '2026-12-23T10:00:00.000Z')
      .act('acknowledge', officer, { tasks: ['panel'] })
      .act('done', officer, evidence(['partner:icb'], '2026-12-23T09:00:00.000Z'));
    expect(linesIn(briefed(driven), 'Who must be told, by when')).toEqual([
      'Notify the national Panel: by the end of Thursday 31 December 2026, 4 working days left, Officer 1 has it',
      expect.stringMatching(/^Inform your own delegated partner: .*, nobody has it yet$/),
      'Tell your safeguarding partner: Health Board: done, Wednesday 23 December 2026, 09:00',
      expect.stringMatching(/^Tell your safeguarding partner: Police: by the end of /),
    ]);
  });

  test('names criteria that are not yet known, with the date that would apply', () => {
    expect(linesIn(briefingOf(inChild({ abuseOrNeglect: 'not-yet-known' })), 'Criteria')).toEqual([
      'Child A: not yet known: a child has died and abuse or neglect is known or suspected (Children Act 2004 s16C(1)); if met, due by the end of Thursday 31 December 2026',
    ]);
  });

  test('asks about people first, then legal advice, communications, insurance and the file', () => {
    const asked = linesIn(briefingOf(buildIncident()), 'Think of').map(
      (line) => line.split(':')[0],
    );
    expect(asked).toEqual([
      ...['People first', 'Legal', 'Communications', 'Insurance', 'Restricting the file'],
    ]);
  });

  test('says how what goes on around it stands, without the reasons', () => {
    const driven = new DrivenCase(buildIncident(), anInstant)
      .act('giveView', officer, { partner: 'police', view: 'disagrees', reason: 'in free text' })
      .act('signOff', officer, { view: 'without', reason: 'in free text' })
      .act('noteAlongside', officer, {
        item: 'coroner',
        standing: 'in-hand',
        note: 'in free text',
      });
    expect(linesIn(briefed(driven), 'What else was recorded')).toEqual([
      'View of Police: disagrees',
      'Director’s sign-off: submitted without it',
      'Coroner: in hand',
    ]);
  });

  test.each([
    [null, 'This briefing has no local target: the authority’s file sets none.'],
    [
      24,
      'Local target for this briefing: Wednesday 23 December 2026, 17:30, within 24 hours of awareness.',
    ],
  ])('has the local target that the authority’s file sets (%j)', (briefingWithinHours, said) => {
    const authority = buildAuthority({ briefingWithinHours });
    const driven = new DrivenCase(buildIncident(), anInstant, { authority });
    expect(linesIn(briefed(driven), 'The incident')).toContain(said);
  });
});
