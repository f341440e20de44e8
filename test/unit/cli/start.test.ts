import type { Parts } from '../../../cli/parts';
import { start } from '../../../cli/start';
import type { Cases, NewIncident } from '../../../client/answers';
import { Unreachable } from '../../../temporal/unreachable';
import { buildIncident } from '../../support/build-incident';
import { buildView } from '../../support/build-view';
import { noCases, runCommand } from '../../support/run-command';

const reference = 'SI-2026-7K3F';
const unreachable = () => Promise.reject(new Unreachable('No answer.', 'Check the worker.'));
const incident = { report: {}, reference: null, by: null };

/** A client whose worker does not answer. */
const withoutWorker = (already: boolean): Cases => ({
  ...noCases,
  start: () => Promise.resolve({ ok: true, value: { reference, already, notCompared: null } }),
  inspect: unreachable,
});

test('an incident that no worker has taken up is started all the same, and says so', async () => {
  const started = await start(withoutWorker(false), incident);
  expect(started.ok && started.value.text()).toMatch(/is started[^]*Do not start it again/);
  expect(started.ok && started.value.json).toEqual({
    reference,
    already: false,
    notCompared: null,
    record: null,
  });
});

test('a start that cannot be made is no start', async () => {
  await expect(start({ ...withoutWorker(false), start: unreachable }, incident)).rejects.toThrow(
    'No answer.',
  );
});

/** Runs a command line over cases that note what they are asked to start. */
async function starting(args: readonly string[], notCompared: string | null = null) {
  const asked: NewIncident[] = [];
  const cases: Cases = {
    ...noCases,
    start(incident) {
      asked.push(incident);
      return Promise.resolve({ ok: true, value: { reference, already: false, notCompared } });
    },
    inspect: () => Promise.resolve({ ok: true, value: buildView() }),
    history: () => Promise.resolve({ ok: true, value: [] }),
  };
  const up: Parts['up'] = async ({ begin }) => begin !== null && (await begin(cases)).ok;
  const input = JSON.stringify(buildIncident());
  return { asked, ...(await runCommand(args, { cases, up, input })) };
}

describe('an incident that may be here already', () => {
  const saying = ['--not-a-duplicate', 'another family'];
  const said = { by: 'officer-1', notADuplicate: 'another family' };

  test.each([['start'], ['up']])(
    '%s passes on who says that it is another, and why',
    async (name) => {
      const ran = await starting([name, '-', ...saying, '--by', 'officer-1']);
      expect(ran).toMatchObject({ status: 0, err: '', asked: [said] });
    },
  );

  test.each([['start'], ['up']])('%s takes no reason that nobody gives', async (name) => {
    const ran = await starting([name, '-', ...saying]);
    expect(ran).toMatchObject({ status: 1, out: '', asked: [] });
    expect(ran.err).toMatch(/--by: --not-a-duplicate needs somebody who says so\. Add --by /);
  });

  test('a try is another by itself: the same example may be tried every day', async () => {
    const ran = await starting(['up', '--try', '-']);
    const notADuplicate = 'it was moved to now, to try things out';
    expect(ran).toMatchObject({ status: 0, err: '', asked: [{ by: null, notADuplicate }] });
  });

  test.each([['start'], ['up']])(
    '%s says on standard error that nobody could look',
    async (name) => {
      const ran = await starting([name, '-'], 'Nobody could look.');
      expect(ran).toMatchObject({ status: 0, err: 'Nobody could look.\n' });
      expect(ran.asked[0]).not.toHaveProperty('notADuplicate');
      const { out } = await starting([name, '-', '--json'], 'Nobody could look.');
      expect(JSON.parse(out)).toMatchObject({ notCompared: 'Nobody could look.' });
    },
  );
});
