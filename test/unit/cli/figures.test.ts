import type { Cases, Figures } from '../../../client/answers';
import { englandAndWales as calendar } from '../../../domain/bank-holidays';
import { figuresOf, type IncidentFigures } from '../../../domain/figures/incident-figures';
import { buildIncident } from '../../support/build-incident';
import { DrivenCase, evidence, officer } from '../../support/drive-case';
import { noCases, runCommand } from '../../support/run-command';

const year = ['figures', '--from', '2026-10-01', '--to', '2026-12-31'];

/** The Panel was told late, for a reason that a spreadsheet would take for a formula. */
function lateIncident(): IncidentFigures {
  const driven = new DrivenCase(buildIncident(), '2026-12-23T10:00:00.000Z');
  driven.until('2027-01-05T12:00:00.000Z');
  driven.act('done', officer, evidence(['panel'], driven.now));
  driven.act('explain', officer, { task: 'panel', text: '=HYPERLINK("http://x")' });
  return figuresOf(driven.state, { now: driven.now, calendar });
}

const casesOf = (value: Figures): Cases => ({
  ...noCases,
  figures: () => Promise.resolve({ ok: true, value }),
});

const figures = (args: readonly string[], count = 1, unreadable: string[] = []) =>
  runCommand([...year, ...args], {
    cases: casesOf({ incidents: Array<IncidentFigures>(count).fill(lateIncident()), unreadable }),
  });

test('each notification, why the late ones were late, and the totals of the quarter', async () => {
  const { out, status } = await figures([], 1, ['SI-2026-OLD']);
  expect(status).toBe(0);
  expect(out).toMatch(/Notify the national Panel.*Thu 31 Dec 2026.*Tue 5 Jan 2027.*7.*done late/);
  expect(out).toContain('SI-2026-TEST, Notify the national Panel: =HYPERLINK("http://x")');
  expect(out).toMatch(/Police: no explanation was written/);
  expect(out).toMatch(/2026 Q4 +│ 1 +│ 0 +│ 4 +│ 0 +│ 4 /);
  expect(out).toMatch(/does not hold them whole\n {2}SI-2026-OLD/);
});

test.each([[['--csv']], [['--for-publication']], [['--for-publication', '--json']]])(
  'what is left out is said beside counts that would hide it: %j',
  async (args) => {
    const { err } = await figures(args, 1, ['SI-2026-OLD']);
    expect(err).toMatch(/Left out.*not hold them whole: SI-2026-OLD/);
  },
);

test('a spreadsheet opens it with its letters, and as no formula', async () => {
  const { out } = await figures(['--csv']);
  expect(out.startsWith('\ufeffquarter,reference,')).toBe(true);
  expect(out).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(out.trimEnd().split('\r\n')).toHaveLength(5);
});

test.each(['=1', '+1', '-1', '@x', '\tx', '\rx'])(
  'a cell that starts with %j is text',
  async (text) => {
    const incident = lateIncident();
    const notifications = incident.notifications.map((one) => ({ ...one, explanations: [text] }));
    const { out } = await runCommand([...year, '--csv'], {
      cases: casesOf({ incidents: [{ ...incident, notifications }], unreadable: [] }),
    });
    expect(out).toMatch(new RegExp(`,"?'\\${text.charAt(0)}`));
  },
);

test.each([[['--json']], [['--csv']], [[]]])(
  'for publication nothing identifies an incident: %j',
  async (args) => {
    const { out, status } = await figures(['--for-publication', ...args], 2, ['SI-2026-OLD']);
    expect(status).toBe(0);
    expect(out.replaceAll('2026 Q4', '')).not.toMatch(/SI-|HYPERLINK|Panel|\b[1-4]\b/);
  },
);

test('for publication, suppressed counts are marked and the others given', async () => {
  const { out } = await figures(['--for-publication'], 6);
  expect(out).toMatch(/2026 Q4 +│ 6 +│ c +│ c +│ c /);
  expect(out).toMatch(/total +│ 6 +│ c /);
});

test.each([
  [['--from', '2026-10-02', '--to', '2026-12-31', '--for-publication'], 'whole quarters', 1],
  [['--from', '2026-10-01', '--to', '2026-12-30', '--for-publication'], 'whole quarters', 1],
  [['--from', '2026-10-01', '--to', '2026-09-01'], 'ends before', 1],
  [['--from', '2026-02-30', '--to', 'x'], '--to: This is not a date', 1],
  [['--from', '2026-10-01'], '--to', 2],
  [['--from', '2026-10-01', '--to', '2026-12-31', '--csv', '--json'], 'exclude', 2],
])('%j is refused', async (args, says, status) => {
  const refused = await runCommand(['figures', ...args]);
  expect(refused).toMatchObject({ status, err: expect.stringContaining(says) });
});
