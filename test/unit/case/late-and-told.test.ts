import type { Delivery } from '../../../domain/notice';
import { viewCase } from '../../../domain/case/view';
import { buildTries } from '../../support/build-delivery';
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
    driven.act('reassign', director, { task: 'partner:icb', to: 'officer-2', reason: 'on leave' });
    driven.until('2026-12-31T10:00:00.000Z');
    expect(driven.notices('warning', 'panel')[0]?.to).toContain('person:officer-2');
    expect(driven.texts('reassigned')).toEqual([
      '“Notify the national Panel” is now officer-2’s.',
      expect.stringMatching(/ is now officer-2’s\. Reason: on leave\.$/),
    ]);
  });
});

describe('an address that the mail server refuses', () => {
  test('is written down, shown at the task, and becomes a person’s task once', () => {
    const driven = open();
    driven.told({});
    driven.told({});
    expect(panel(driven)?.notReached).toEqual(['officer-1']);
    expect(driven.texts('not-reached')[0]).toMatch(/550 unknown/);
    const mending = driven.openIds().filter((id) => id.startsWith('mend'));
    expect(mending).toEqual(['mend-address:officer-1']);
    expect(driven.notices('task', 'mend-address:officer-1')[0]?.to).toEqual(['manager']);
  });

  test('changes nothing about the task itself: a message is not a task done', () => {
    const driven = open();
    driven.told({});
    expect(panel(driven)?.state).toBe('open');
  });

  test('does not keep a record open when all else is done', () => {
    const driven = open();
    driven.told({});
    const tasks = driven.openIds().filter((id) => !id.startsWith('mend'));
    driven.act('done', officer, evidence(tasks, at));
    expect(driven.state.status).toBe('closed');
    expect(driven.task('mend-address:officer-1').state.is).toBe('cancelled');
  });

  test('mended, a manager confirms it', () => {
    const driven = open();
    driven.told({});
    driven.act('confirm', manager, { task: 'mend-address:officer-1', reason: 'new address' });
    expect(driven.openIds()).not.toContain('mend-address:officer-1');
    driven.told({});
    expect(driven.openIds()).toContain('mend-address:officer-1-2');
  });
});

describe('a message', () => {
  const lineAbout = (delivery: Partial<Delivery>) =>
    open()
      .told(delivery)
      .entries.find(({ data }) => data && 'delivery' in data);
  const accepted = { outcome: 'accepted', detail: null } as const;
  const waiting = { outcome: 'waiting', detail: 'No answer (ECONNREFUSED)' } as const;
  const several = buildTries({ count: 4 });
  const doubtful = buildTries({ count: 4, ambiguous: true });
  const unknown = 'what became of one of the tries is not known.';

  test.each<[string, Partial<Delivery>, string, string]>([
    ['taken at once', accepted, 'told', 'The mail server accepted a message (task) for officer-1.'],
    [
      'taken at last',
      { ...accepted, tries: several },
      'told',
      'The mail server accepted a message (task) for officer-1 in 4 tries.',
    ],
    [
      'taken perhaps twice',
      { ...accepted, tries: doubtful },
      'told',
      `The mail server accepted a message (task) for officer-1 in 4 tries. It may arrive twice: ${unknown}`,
    ],
    [
      'refused after a try that was not answered',
      { tries: doubtful },
      'not-reached',
      `officer-1 was not reached in 4 tries: the mail server refused the address (550 unknown). It may have arrived all the same: ${unknown}`,
    ],
    [
      'not taken yet',
      { ...waiting, tries: several },
      'waiting',
      'Not sent yet after 4 tries, and tried again until it is: a message (task) for officer-1. No answer (ECONNREFUSED).',
    ],
    [
      'not taken yet, as far as is known',
      { ...waiting, tries: doubtful },
      'waiting',
      `Not sent yet after 4 tries, and tried again until it is: a message (task) for officer-1. No answer (ECONNREFUSED). It may have arrived all the same: ${unknown}`,
    ],
  ])('%s is written down as such', (_, delivery, kind, text) => {
    expect(lineAbout(delivery)).toMatchObject({ kind, text, tasks: ['panel'] });
  });

  test('that waits changes nothing about the task, and opens none', () => {
    const driven = open();
    const before = driven.state.tasks;
    driven.told(waiting);
    expect(driven.state.tasks).toEqual(before);
  });

  test.each([
    ['of the answer', '2026-12-23T10:04:00.000Z', '2026-12-23T10:04:00.000Z'],
    ['of writing where the sender’s clock is ahead', '2026-12-23T10:06:00.000Z', null],
    ['of writing where the sender’s clock is behind', '2026-12-23T09:59:59.999Z', null],
  ])('stands in the history at the moment %s', (_, lastAt, at) => {
    const driven = open();
    driven.now = '2026-12-23T10:05:00.000Z';
    driven.told({ ...accepted, tries: buildTries({ lastAt }) });
    expect(driven.entries.at(-1)).toMatchObject({
      at: at ?? driven.now,
      recordedAt: '2026-12-23T10:05:00.000Z',
    });
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
