import { englandAndWales as calendar } from '../../domain/bank-holidays';
import { bundlesOf } from '../../domain/bundle';
import { composeMessage } from '../../domain/messages';
import type { Addressee, Notice, NoticeBatch, NoticeKind } from '../../domain/notice';
import type { TaskKind } from '../../domain/task';
import { awayAtChristmas, buildAuthority, buildPerson } from '../support/build-authority';
import { buildBatch, buildTaskInNotice } from '../support/build-batch';

const url = 'https://notifiable.example';
const authority = buildAuthority();
const compose = (batch: NoticeBatch, changed = authority) =>
  bundlesOf(batch, changed).map((one) =>
    composeMessage(batch, one, { authority: changed, calendar, url }),
  );
const only = (batch: NoticeBatch, changed = authority) => {
  const [message, ...others] = compose(batch, changed);
  if (!message || others.length > 0) throw new Error(`${others.length + 1} messages`);
  return message;
};
const notice = (kind: NoticeKind, id: string, to: Addressee[] = ['notifying-officer']): Notice => ({
  kind,
  to,
  task: buildTaskInNotice({ id }),
});

const icb = buildTaskInNotice({ id: 'partner:icb' });
const overdue = { at: '2027-01-04T09:00:00.000Z' };

test.each<[string, Partial<NoticeBatch>, string]>([
  ['one new task', {}, 'New: 1 notification task'],
  [
    'two late tasks',
    { notices: [notice('late', 'panel'), notice('late', 'ofsted')] },
    'Late: 2 notification tasks',
  ],
  [
    'the most urgent kind when there are several',
    { notices: [notice('task', 'panel'), notice('late', 'panel'), notice('alert', 'ofsted')] },
    'Late: 1 notification task',
  ],
  [
    'missed targets',
    {
      notices: [
        {
          kind: 'late',
          task: buildTaskInNotice({ strength: 'should' }),
          to: ['notifying-officer'],
        },
      ],
    },
    'Target missed: 1 notification task',
  ],
  [
    'what is only late, beside a missed target',
    {
      notices: [
        {
          kind: 'late',
          task: buildTaskInNotice({ id: 'ofsted', strength: 'should' }),
          to: ['notifying-officer'],
        },
        notice('late', 'panel'),
      ],
    },
    'Late: 1 notification task',
  ],
  [
    'own work',
    {
      notices: [
        {
          kind: 'task',
          task: buildTaskInNotice({ id: 'confirm-none', kind: 'confirm-none' }),
          to: ['manager'],
        },
      ],
    },
    'New: 1 task',
  ],
  [
    'a notice to a partner',
    { notices: [{ kind: 'partner-notice', task: icb, to: ['partner:icb'] }] },
    'A notification is being made',
  ],
  [
    'a question to another authority',
    {
      notices: [
        {
          kind: 'no-agreement',
          task: buildTaskInNotice({ id: 'confirm-holder', kind: 'confirm-holder' }),
          to: ['partner:icb'],
        },
      ],
    },
    'Which authority notifies?',
  ],
])('the subject tells of %s', (_, overrides, subject) => {
  expect(only(buildBatch(overrides)).subject).toBe(`[SI-2026-7K3F] ${subject}`);
});

test('what one person is to be told at one moment is one message that lists the tasks', () => {
  const notices = [
    notice('task', 'panel'),
    notice('task', 'partner:icb'),
    notice('alert', 'panel', ['manager', 'director']),
    notice('alert', 'partner:icb', ['manager', 'director']),
  ];
  const messages = compose(buildBatch({ notices }));
  expect(messages.map(({ to }) => to.name)).toEqual(['Officer 1', 'Manager 1', 'Director 1']);
  for (const { text } of messages) {
    expect(text).toContain('* Notify the national Panel');
    expect(text).toContain('* Tell your safeguarding partner: Health Board');
  }
});

test.each([
  ['the reference', 'SI-2026-7K3F'],
  ['what to do', 'Notify the national Panel'],
  ['by when', 'Due: Thursday 31 December 2026. Aim for 17:00 that day.'],
  ['how long that is', 'On Wednesday 23 December 2026: 4 working days left.'],
  ['how binding it is', 'Required by law or statutory guidance.'],
  ['where a person notifies', 'https://childsafeguarding.education.gov.uk'],
  ['how to acknowledge', 'notifiable acknowledge SI-2026-7K3F panel --by officer-1'],
  [
    'how to record it',
    'notifiable done SI-2026-7K3F panel --at WHEN --channel HOW --reference THEIR-REFERENCE',
  ],
  ['the link', 'https://notifiable.example/incidents/SI-2026-7K3F'],
  ['why it came', 'You get this as notifying officer'],
  ['whom to ring', 'Duty manager: 01632 960000'],
])('the message says %s, in text and in HTML', (_, words) => {
  const { text, html } = only(buildBatch());
  expect(text).toContain(words);
  expect(html).toContain(words);
});

test('an approval comes with the command that gives it', () => {
  const task = buildTaskInNotice({ id: 'approve-P1', kind: 'approve', strength: 'local' });
  const { text } = only(buildBatch({ notices: [{ kind: 'task', task, to: ['manager'] }] }));
  expect(text).toContain('notifiable approve SI-2026-7K3F P1 --by manager-1');
});

test('after the due date it says how late, and no longer to aim for 17:00', () => {
  const { text } = only(buildBatch({ ...overdue, notices: [notice('late', 'panel')] }));
  expect(text).toContain('On Monday 4 January 2027: late by 1 working day.');
  expect(text).not.toContain('17:00');
});

test('a cover reads for whom they stand in', () => {
  const people = [
    buildPerson('officer-1', ['notifying-officer'], [awayAtChristmas('officer-2')]),
    buildPerson('officer-2', []),
  ];
  const at = '2026-12-24T09:00:00.000Z';
  expect(only(buildBatch({ at }), buildAuthority({ people })).text).toContain(
    'Officer 2 covers for Officer 1, who is away.',
  );
});

test('a partner reads the reference, that a notification is being made, whom to ring, no more', () => {
  const notices: Notice[] = [{ kind: 'partner-notice', task: icb, to: ['partner:icb'] }];
  expect(only(buildBatch({ notices })).text).toBe(
    [
      'Reference: SI-2026-7K3F',
      'Example Council is making a notification under this reference.',
      'Whom to ring\n------------',
      '* Duty manager: 01632 960000\n',
    ].join('\n\n'),
  );
});

test('a partner whose view is asked for reads the reference, whom to ring, and nothing of the case', () => {
  const task = buildTaskInNotice({ id: 'partner-view:icb', kind: 'partner-view' });
  const notices: Notice[] = [{ kind: 'view-wanted', task, to: ['partner:icb'] }];
  const { subject, text } = only(buildBatch({ reference: 'PR-2026-7K3F', notices }));
  expect(subject).toBe('[PR-2026-7K3F] Your view is asked for');
  expect(text).toBe(
    [
      'Reference: PR-2026-7K3F',
      'Example Council asks for your view of a case under this reference. Nothing about the case ' +
        'is in this message: ring for it.',
      'Whom to ring\n------------',
      '* Duty manager: 01632 960000\n',
    ].join('\n\n'),
  );
});

test('without on-call numbers a partner is given the manager', () => {
  const notices: Notice[] = [{ kind: 'partner-notice', task: icb, to: ['partner:icb'] }];
  expect(only(buildBatch({ notices }), buildAuthority({ onCall: [] })).text).toContain(
    '* Manager 1, manager, Example Council',
  );
});

describe('a Message-ID', () => {
  // RFC 5322, 3.6.4: a dot-atom on either side.
  const messageId = /^<[\w-]+(\.[\w-]+)*@[\w-]+(\.[\w-]+)*>$/;

  test('is the same each time, and tells people and batches apart', () => {
    const to: Addressee[] = ['manager', 'director', 'partner:icb', 'area:E06000002'];
    const ids = ['1', '2'].flatMap((number) => {
      const batch = buildBatch({
        id: `SI-2026-7K3F/${number}`,
        notices: [notice('task', 'panel', to)],
      });
      const first = compose(batch).map((message) => message.messageId);
      expect(compose(batch).map((message) => message.messageId)).toEqual(first);
      return first;
    });
    expect(new Set(ids).size).toBe(8);
    ids.forEach((id) => expect(id).toMatch(messageId));
  });
});

test('HTML in names is shown, not obeyed', () => {
  const partners = [
    { id: 'icb', name: '<b>Health & "Care"</b>', email: 'icb@partner.example', notice: true },
  ];
  const { html } = only(
    buildBatch({ notices: [notice('task', 'partner:icb')] }),
    buildAuthority({ partners }),
  );
  expect(html).toContain('&lt;b&gt;Health &amp; &quot;Care&quot;&lt;/b&gt;');
  expect(html).not.toContain('<b>');
});

describe('nothing about a child', () => {
  const kinds: NoticeKind[] = [
    ...(['task', 'alert', 'reminder', 'warning', 'late', 'chase'] as const),
    ...(['partner-notice', 'no-agreement'] as const),
  ];
  const taskKinds: TaskKind[] = [
    ...(['notify', 'confirm-other', 'confirm-none', 'confirm-clock', 'confirm-holder'] as const),
    ...(['decide', 'recheck', 'correct', 'withdraw', 'reopened', 'mend-address'] as const),
  ];

  test.each(kinds)('is in a message of kind %s, whatever the task', (kind) => {
    const notices = taskKinds.map((taskKind, index): Notice => {
      const task = buildTaskInNotice({ id: `task-${index}`, kind: taskKind });
      return { kind, task, to: ['notifying-officer', 'partner:icb'] };
    });
    for (const { subject, text, html } of compose(buildBatch({ notices }))) {
      const words = `${subject} ${text} ${(html ?? '').replace(/<style.*?style>|<[^>]+>/g, ' ')}`;
      expect(words.replaceAll('https://childsafeguarding.education.gov.uk', '')).not.toMatch(
        /\b(child|died|death|dead|harm|abuse|neglect|suicide|born|looked.after|care.leaver|setting)/i,
      );
    }
  });
});
