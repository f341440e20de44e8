import { viewCase } from '../../../domain/case/view';
import { buildIncident } from '../../support/build-incident';
import { director, DrivenCase, evidence, manager, officer } from '../../support/drive-case';

const at = '2026-12-23T10:00:00.000Z';
const open = (now = at) => new DrivenCase(buildIncident(), now);
const panel = (driven: DrivenCase, now = driven.now) =>
  viewCase(driven.state, now).duties.find(({ task }) => task === 'panel');

describe('an incident typed in late', () => {
  test('is late at once: one task, one alert and one late message, in one batch', () => {
    const driven = open('2027-01-06T10:00:00.000Z');
    expect(driven.batches).toHaveLength(1);
    const kinds = driven.batches[0]?.notices
      .filter(({ task }) => task.id === 'panel')
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['task', 'alert', 'late']);
    expect(driven.texts('late', 'panel')).toHaveLength(1);
    expect(panel(driven)?.state).toBe('late');
  });

  test('its history begins with awareness, when that was', () => {
    const [aware, started] = open('2027-01-06T10:00:00.000Z').entries;
    expect(aware).toMatchObject({
      number: 1,
      kind: 'aware',
      at: '2026-12-22T17:30:00.000Z',
      recordedAt: '2027-01-06T10:00:00.000Z',
    });
    expect(started).toMatchObject({ number: 2, kind: 'started', by: 'officer-1' });
  });
});

describe('lateness', () => {
  test('begins after the last instant, and is right without any worker', () => {
    const driven = open();
    expect(panel(driven, '2026-12-31T23:59:59.999Z')?.state).toBe('open');
    expect(panel(driven, '2027-01-01T00:00:00.000Z')?.state).toBe('late');
  });

  test('done in time and recorded after is done, and the late message stays in the history', () => {
    const driven = open().until('2027-01-04T10:00:00.000Z');
    driven.act('done', officer, evidence(['panel'], '2026-12-31T16:00:00Z'));
    expect(panel(driven)?.state).toBe('done');
    expect(driven.texts('late', 'panel')).toHaveLength(1);
  });

  test('done after its date is done late, for good', () => {
    const driven = open().until('2027-01-04T10:00:00.000Z');
    driven.act('done', officer, evidence(['panel'], '2027-01-04T09:30:00Z'));
    expect(panel(driven, '2028-01-01T00:00:00.000Z')?.state).toBe('done-late');
    expect(driven.texts('done', 'panel')[0]).toMatch(/after its date/);
  });

  test('stands in words that fit: late for must, target missed for the others', () => {
    const child = { abuseOrNeglect: 'not-suspected', regulatedSetting: 'yes' };
    const local = new DrivenCase(buildIncident({}, child), at).until('2027-01-04T10:00:00.000Z');
    expect(local.texts('late', 'panel')[0]).toMatch(/^Target missed/);
    expect(open().until('2027-01-04T10:00:00.000Z').texts('late', 'panel')[0]).toMatch(/^Late/);
    expect(local.notices('chase')).toEqual([]);
  });

  test('has room for an explanation, even after the end', () => {
    const driven = open().until('2027-01-04T10:00:00.000Z');
    driven.act('done', officer, evidence(driven.openIds(), '2027-01-04T09:30:00Z'));
    driven.act('explain', officer, { task: 'panel', text: 'the system was down' });
    expect(panel(driven)?.explanations).toMatchObject([
      { by: 'officer-1', text: 'the system was down' },
    ]);
    expect(panel(driven)?.state).toBe('done-late');
    expect(driven.state.status).toBe('closed');
  });
});

describe('an outage over several rungs', () => {
  const driven = open().outageUntil('2027-01-05T11:00:00.000Z');

  test('tells all of it at once, each rung once', () => {
    expect(driven.batches).toHaveLength(2);
    const kinds = driven.batches[1]?.notices
      .filter(({ task }) => task.id === 'panel')
      .map(({ kind }) => kind);
    expect(kinds).toEqual([
      'reminder',
      'reminder',
      'reminder',
      'warning',
      'warning',
      'late',
      'chase',
      'chase',
    ]);
  });

  test('the history says when each fell due, and when it was recorded', () => {
    const late = driven.entries.find(({ kind }) => kind === 'late');
    expect(late).toMatchObject({
      at: '2026-12-31T23:59:59.999Z',
      recordedAt: '2027-01-05T11:00:00.000Z',
    });
  });
});

test('what is done too late while no worker runs is kept as late, and nobody is told so', () => {
  const driven = open();
  driven.now = '2027-01-05T11:00:00.000Z';
  driven.act('done', officer, evidence(driven.openIds(), '2027-01-05T10:00:00Z'));
  expect(driven.texts('late', 'panel')).toHaveLength(1);
  expect(driven.notices('late')).toEqual([]);
});

describe('acknowledging', () => {
  test('quietens reminders alone', () => {
    const driven = open().act('acknowledge', officer, { tasks: ['panel'] });
    driven.until('2027-01-05T10:00:00.000Z');
    const kinds = (kind: 'reminder' | 'warning' | 'late' | 'chase') =>
      driven.notices(kind, 'panel').length;
    expect([kinds('reminder'), kinds('warning'), kinds('late'), kinds('chase')]).toEqual([
      0, 2, 1, 2,
    ]);
  });

  test('makes the first who does the owner, who hears every rung after', () => {
    const driven = open().act('acknowledge', officer, { tasks: ['panel'] });
    driven.act('acknowledge', manager, { tasks: ['panel'] });
    expect(driven.task('panel')).toMatchObject({
      owner: 'officer-1',
      state: { is: 'acknowledged', by: 'manager-1' },
    });
    driven.until('2026-12-31T10:00:00.000Z');
    expect(driven.notices('warning', 'panel')[0]?.to).toContain('person:officer-1');
  });

  test('reassigning hands the rungs to another', () => {
    const driven = open().act('acknowledge', officer, { tasks: ['panel'] });
    driven.act('reassign', director, { task: 'panel', to: 'officer-2' });
    driven.until('2026-12-31T10:00:00.000Z');
    expect(driven.notices('warning', 'panel')[0]?.to).toContain('person:officer-2');
    expect(driven.texts('reassigned')).toHaveLength(1);
  });
});

describe('an address that the mail server refuses', () => {
  const refused = (driven: DrivenCase, to = 'officer-1') =>
    driven.take({
      type: 'told',
      now: driven.now,
      batch: 'SI-2026-TEST/1',
      deliveries: [
        {
          to,
          kinds: ['task'],
          tasks: ['panel'],
          outcome: 'refused',
          instead: null,
          detail: '550 unknown',
        },
      ],
    });

  test('is written down, shown at the task, and becomes a person’s task once', () => {
    const driven = open();
    refused(driven);
    refused(driven);
    expect(panel(driven)?.notReached).toEqual(['officer-1']);
    expect(driven.texts('not-reached')[0]).toMatch(/550 unknown/);
    const mending = driven.openIds().filter((id) => id.startsWith('mend'));
    expect(mending).toEqual(['mend-address:officer-1']);
    expect(driven.notices('task', 'mend-address:officer-1')[0]?.to).toEqual(['manager']);
  });

  test('changes nothing about the task itself: a message is not a task done', () => {
    const driven = open();
    refused(driven);
    expect(panel(driven)?.state).toBe('open');
  });

  test('does not keep a record open when all else is done', () => {
    const driven = open();
    refused(driven);
    const tasks = driven.openIds().filter((id) => !id.startsWith('mend'));
    driven.act('done', officer, evidence(tasks, at));
    expect(driven.state.status).toBe('closed');
    expect(driven.task('mend-address:officer-1').state.is).toBe('cancelled');
  });

  test('mended, a manager confirms it', () => {
    const driven = open();
    refused(driven);
    driven.act('confirm', manager, { task: 'mend-address:officer-1', reason: 'new address' });
    expect(driven.openIds()).not.toContain('mend-address:officer-1');
    refused(driven);
    expect(driven.openIds()).toContain('mend-address:officer-1-2');
  });
});

describe('evidence', () => {
  test('one entry may serve several tasks, each confirmed for itself', () => {
    const driven = open().act('done', officer, evidence(['panel', 'partner:icb'], at));
    expect(driven.texts('done')).toHaveLength(2);
    expect(driven.openIds()).toEqual(['partner:local-authority', 'partner:police']);
  });

  test('a notice to a partner is sent once and makes nothing done', () => {
    const driven = open();
    expect(driven.notices('partner-notice').map(({ to }) => to)).toEqual([
      ['partner:local-authority'],
      ['partner:icb'],
      ['partner:police'],
    ]);
    expect(driven.openIds()).toContain('partner:icb');
  });

  test('the last of it closes the record, and nothing is said any more', () => {
    const driven = open();
    driven.act('done', officer, evidence(driven.openIds(), at));
    const told = driven.batches.length;
    driven.until('2027-12-01T10:00:00.000Z');
    expect(driven.batches).toHaveLength(told);
    expect(driven.texts('closed')).toHaveLength(1);
  });
});
