import type { Cases, ReportUse } from '../../../client/answers';
import { basisOf } from '../../support/around-incident';
import { anInstant, buildIncident } from '../../support/build-incident';
import { DrivenCase } from '../../support/drive-case';
import { noCases, runCommand } from '../../support/run-command';

const { report, view } = basisOf(new DrivenCase(buildIncident(), anInstant));
const value = { report, handedIn: buildIncident(), view };

function reporting() {
  const uses: ReportUse[] = [];
  const cases: Cases = {
    ...noCases,
    report(_reference, use) {
      uses.push(use);
      return Promise.resolve({ ok: true, value });
    },
  };
  return { uses, cases };
}

test('sheet prints what is known, what to fetch, and text to copy', async () => {
  const { uses, cases } = reporting();
  const { status, out } = await runCommand(['sheet', 'R', '--by', 'officer-1'], { cases });
  expect(status).toBe(0);
  expect(uses).toEqual(['sheet']);
  expect(out).toMatch(/^ {2}\* Your email address: officer-1@council\.example$/m);
  expect(out).toMatch(/^ {2}\? Gender: \[fetch: gender\]$/m);
  expect(out).toMatch(/^Text to copy\n {2}Serious child safeguarding incident/m);
  expect(out).toMatch(/This record may be disclosed\.\n$/);
});

test('briefing prints its sections', async () => {
  const { uses, cases } = reporting();
  const { status, out } = await runCommand(['briefing', 'R'], { cases });
  expect(status).toBe(0);
  expect(uses).toEqual(['briefing']);
  expect(out).toMatch(/^What is known\n {2}Child A: aged 14; has died/m);
});

test.each(['sheet', 'briefing'])('%s --json says what may have gone on since', async (command) => {
  const asOf = { entry: 12, recordedAt: anInstant, why: 'no-answer' } as const;
  const cases: Cases = {
    ...noCases,
    report: () => Promise.resolve({ ok: true, value, asOf }),
  };
  const { out, err } = await runCommand([command, 'R', '--json'], { cases });
  expect(JSON.parse(out)).toMatchObject({ reference: 'SI-2026-TEST', asOf });
  expect(err).toMatch(/^Temporal or its worker does not answer\./);
});

test.each(['sheet', 'briefing'])('%s refuses where there is no such incident', async (command) => {
  const problems = [{ path: '', problem: 'There is no such incident.', remedy: '' }];
  const cases: Cases = { ...noCases, report: () => Promise.resolve({ ok: false, problems }) };
  const ran = await runCommand([command, 'R'], { cases });
  expect(ran).toEqual({ status: 1, out: '', err: 'There is no such incident.\n' });
});
