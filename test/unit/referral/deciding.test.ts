import type { Outcome } from '../../../domain/referral/commands';
import {
  buildReferral,
  decision,
  done,
  DrivenReferral,
  receivedAt,
} from '../../support/drive-referral';

const view = (partner: string, view: 'meets' | 'does-not-meet' | 'not-sure') => ({
  partner,
  view,
  reason: 'from what we know',
});
const more = decision({ outcome: 'more-information', by: '2026-06-22' });
const ended = (driven: DrivenReferral, id: string) => driven.task(id).state;

describe('partners’ views', () => {
  test('a view ends that partner’s task', () => {
    const driven = new DrivenReferral().act('giveView', view('icb', 'meets'));
    expect(ended(driven, 'partner-view:icb').is).toBe('done');
    expect(driven.openIds()).toContain('partner-view:police');
  });

  test('a later view replaces the earlier one, and the history keeps both', () => {
    const driven = new DrivenReferral()
      .act('giveView', view('icb', 'not-sure'))
      .act('giveView', view('icb', 'meets'));
    expect(driven.state.views).toMatchObject([{ partner: 'icb', view: 'meets' }]);
    expect(driven.texts('viewed')).toEqual([
      'View of icb: not sure. Reason: from what we know.',
      'View of icb: the criteria are met. Reason: from what we know. Before: not sure.',
    ]);
  });
});

describe('the decision', () => {
  test.each<[Outcome, string[]]>([
    ['meets-the-criteria', ['police']],
    ['other-local-learning', ['icb']],
    ['no-further-action', ['icb']],
  ])('%s keeps who dissents by their view, and who gave none', (outcome, dissenting) => {
    const driven = new DrivenReferral()
      .act('giveView', view('icb', 'meets'))
      .act('giveView', view('police', 'does-not-meet'))
      .act('decideReferral', decision({ outcome }));
    expect(driven.state.decisions[0]).toMatchObject({ outcome, dissenting });
    expect(driven.texts('decided')[0]).toContain(`Dissent: by the views of ${dissenting.join()}.`);
    expect(driven.texts('decided')[0]).toContain('No view was given by local-authority.');
  });

  test('asks for the importance in the area, the lesson and a dissent in words, and keeps them', () => {
    const words = {
      importance: 'it has come up twice',
      lesson: 'who follows up',
      dissent: 'too soon',
    };
    const driven = new DrivenReferral().act('decideReferral', decision(words));
    expect(driven.state.decisions[0]).toMatchObject(words);
    const [text] = driven.texts('decided');
    Object.values(words).forEach((word) => expect(text).toContain(word));
  });

  test('ends what led up to it, views that were not given with the reason', () => {
    const driven = new DrivenReferral()
      .act('askReferrer', { what: 'the school’s name', by: '2026-06-09' })
      .act('giveView', view('icb', 'meets'))
      .act('decideReferral', decision());
    expect(driven.openIds()).toEqual(['acknowledge-referral', 'check-referral', 'tell-referrer']);
    expect(ended(driven, 'decide-referral').is).toBe('done');
    expect(ended(driven, 'partner-view:police')).toMatchObject({
      is: 'cancelled',
      because: 'it was decided without it: no further action',
    });
  });

  test('has the referrer told within a working day, and the evidence closes the record', () => {
    const driven = new DrivenReferral().act('decideReferral', decision());
    expect(driven.task('tell-referrer').clock?.dueOn).toBe('2026-06-04');
    driven.act('done', done(driven.openIds(), receivedAt));
    expect(driven.state.status).toBe('closed');
  });

  test('that the criteria are met asks for the incident record, since only that notifies', () => {
    const driven = new DrivenReferral();
    expect(driven.openIds()).not.toContain('start-incident');
    driven.act('decideReferral', decision({ outcome: 'meets-the-criteria' }));
    expect(driven.task('start-incident').because).toBe(
      'the partners decided that the criteria are met',
    );
  });

  test('that more information is needed waits for it until that date', () => {
    const driven = new DrivenReferral().act('decideReferral', more);
    expect(driven.task('missing-information').clock?.dueOn).toBe('2026-06-22');
    expect(driven.task('decide-referral').clock?.dueOn).toBe('2026-06-22');
    expect(driven.openIds()).toContain('partner-view:icb');
    expect(driven.texts('moved')).toEqual([
      '“Decide on the referral” is now due by the end of Monday 22 June 2026, not Wednesday 17 June 2026: more information is needed by Monday 22 June 2026.',
    ]);
  });

  test('put off after its date, stays on record as missed', () => {
    const driven = new DrivenReferral().until('2026-06-18T09:00:00.000Z');
    driven.act('decideReferral', more);
    expect(driven.texts('late').some((text) => text.includes('Decide on the referral'))).toBe(true);
  });

  test('may be taken again: the last one stands, and only that is still to be told', () => {
    const driven = new DrivenReferral()
      .act('decideReferral', decision({ outcome: 'meets-the-criteria' }))
      .act('decideReferral', decision());
    expect(driven.state.decisions.map(({ outcome }) => outcome)).toEqual([
      'meets-the-criteria',
      'no-further-action',
    ]);
    expect(ended(driven, 'tell-referrer').is).toBe('cancelled');
    expect(ended(driven, 'start-incident')).toMatchObject({
      because: expect.stringContaining('no further action'),
    });
    expect(driven.openIds()).toContain('tell-referrer-2');
  });

  test('taken again, for more information, is asked for again on that date', () => {
    const driven = new DrivenReferral()
      .act('decideReferral', decision())
      .act('decideReferral', more);
    expect(driven.task('decide-referral-2').clock?.dueOn).toBe('2026-06-22');
  });

  test('does not take back that the facts meet a criterion', () => {
    const driven = new DrivenReferral(buildReferral({}, { abuseOrNeglect: 'known' }));
    driven.act('decideReferral', decision());
    expect(driven.openIds()).toContain('start-incident');
  });
});

describe('asking the referrer', () => {
  test('opens a task with that date, and says what is asked', () => {
    const driven = new DrivenReferral()
      .act('askReferrer', { what: 'the school’s name', by: '2026-06-09' })
      .act('askReferrer', { what: 'the dates', by: '2026-06-10' });
    expect(driven.task('missing-information').clock?.dueOn).toBe('2026-06-09');
    expect(driven.task('missing-information-2').because).toBe('asked of the referrer: the dates');
    expect(driven.texts('asked')[0]).toBe(
      'The referrer is asked for this by Tuesday 9 June 2026: the school’s name',
    );
  });

  test('by a date that has passed is refused', () => {
    const taken = new DrivenReferral().attempt('askReferrer', { what: 'x', by: '2026-06-02' });
    expect(taken).toMatchObject({ refused: expect.stringContaining('2026-06-02 has passed') });
  });
});
