import { assessIncident } from '../../support/assess-incident';
import { buildIncident } from '../../support/build-incident';

const ours = 'E06000005';
const there = 'E06000002';
const other = 'E06000003';

type Row = readonly [string, string, string, string];
const [us, holder] = [`notify by ${ours}`, (code: string) => `confirm-other by ${code}`];

const holders = (place: string, child: Record<string, unknown>): Row => {
  const incidentArea = place === 'elsewhere-in-england' ? there : null;
  const { duties } = assessIncident(buildIncident({ place, incidentArea }, child));
  const of = (task: string) => {
    const duty = duties.find((one) => one.task === task);
    return duty ? `${duty.kind} by ${duty.heldBy}` : 'none';
  };
  const police = duties.find(({ task }) => task === 'partner:police')?.strength ?? 'none';
  return [
    of('panel'),
    `${of('partner:police')} (${police})`,
    of('secretary-of-state'),
    of('ofsted'),
  ];
};

const lookedAfter = { lookedAfter: 'yes' };
const leaver = { abuseOrNeglect: 'not-suspected', bornOn: '2004-05-05', careLeaver: 'yes' };
const must = `${us} (must)`;
const should = `${us} (should)`;
const nobody: Row = ['none', 'none (none)', 'none', 'none'];

// Columns: Panel, partners (strength), Secretary of State, Ofsted.
describe('who holds the duty: place, residence, and who looks after', () => {
  test.each<[string, string, Record<string, unknown>, Row]>([
    ['here: GOV.UK', 'in-area', lookedAfter, [us, must, us, us]],
    [
      'here, though the child lives elsewhere: GOV.UK',
      'in-area',
      { ...lookedAfter, normallyResidentHere: false },
      [us, must, us, us],
    ],
    [
      'here, looked after by another: our inference',
      'in-area',
      { ...lookedAfter, lookedAfterBy: other },
      [us, must, holder(other), holder(other)],
    ],
    [
      'here, looked after by us by name',
      'in-area',
      { ...lookedAfter, lookedAfterBy: ours },
      [us, must, us, us],
    ],
    [
      'elsewhere in England, looked after by us: our decision',
      'elsewhere-in-england',
      lookedAfter,
      [holder(there), should, us, us],
    ],
    [
      'elsewhere in England, looked after by the authority there',
      'elsewhere-in-england',
      { ...lookedAfter, lookedAfterBy: there },
      [holder(there), should, holder(there), holder(there)],
    ],
    [
      'outside England, normally resident here: at second hand',
      'outside-england',
      lookedAfter,
      [us, must, us, us],
    ],
    [
      'outside England, not normally resident here: our decision',
      'outside-england',
      { ...lookedAfter, normallyResidentHere: false },
      nobody,
    ],
    ['our care leaver', 'in-area', leaver, ['none', 'none (none)', us, us]],
    [
      'the care leaver of another: our inference',
      'in-area',
      { ...leaver, careLeaverOf: other },
      ['none', 'none (none)', holder(other), holder(other)],
    ],
    [
      'our care leaver, elsewhere in England',
      'elsewhere-in-england',
      leaver,
      ['none', 'none (none)', us, us],
    ],
    [
      'criterion 4 elsewhere stays local for our partners',
      'elsewhere-in-england',
      { abuseOrNeglect: 'not-suspected', regulatedSetting: 'yes' },
      [holder(there), `${us} (local)`, 'none', 'none'],
    ],
  ])('%s', (_, place, child, expected) => {
    expect(holders(place, child)).toEqual(expected);
  });
});

describe('where another authority holds a duty', () => {
  const assessed = assessIncident(
    buildIncident({ place: 'elsewhere-in-england', incidentArea: there }),
  );

  test('the task is to confirm and record its reference, with the same due date', () => {
    expect(assessed.duties[0]).toMatchObject({
      task: 'panel',
      kind: 'confirm-other',
      title: 'Confirm that Next Area has notified the national Panel, and record its reference',
      dueOn: '2026-12-31',
      strength: 'must',
    });
  });

  test('the holder is proposed with its reason, and a manager confirms in one working day', () => {
    expect(assessed.tasks).toMatchObject([
      {
        kind: 'confirm-holder',
        because: 'panel: E06000002, the incident happened in another authority’s area',
        dueOn: '2026-12-23',
      },
    ]);
  });

  test('where no duty arises, the same task says why', () => {
    const outside = assessIncident(
      buildIncident({ place: 'outside-england' }, { normallyResidentHere: false }),
    );
    expect(outside.decision).toBe('notify');
    expect(outside.duties).toEqual([]);
    expect(outside.tasks[0]?.because).toBe(
      'child A: outside England and not normally resident here, so no duty arises',
    );
  });
});

test('two children of two authorities: the other holder is named, and a manager asked', () => {
  const report = buildIncident({}, lookedAfter);
  const [child] = report.children as Record<string, unknown>[];
  const children = [child, { ...child, ref: 'B', lookedAfterBy: other }];
  const { duties, tasks } = assessIncident({ ...report, children });
  expect(duties.find(({ task }) => task === 'ofsted')).toMatchObject({ kind: 'notify' });
  expect(tasks.find(({ kind }) => kind === 'confirm-holder')?.because).toContain(other);
});

test('an incident elsewhere cannot be in our own area', () => {
  const report = buildIncident({ place: 'elsewhere-in-england', incidentArea: ours });
  expect(() => assessIncident(report)).toThrow('This is the code of this authority itself');
});
