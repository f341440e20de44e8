import { englandAndWales } from '../../../domain/bank-holidays';
import { signOffWantedOn, viewsWantedOn } from '../../../domain/around/dates';
import { aroundSections } from '../../../domain/around/sections';
import { viewCase } from '../../../domain/case/view';
import { buildIncident, inChild } from '../../support/build-incident';
import {
  director,
  DrivenCase,
  evidence,
  manager,
  manager2,
  officer,
} from '../../support/drive-case';

const now = '2026-12-23T10:00:00.000Z';
const opened = () => new DrivenCase(buildIncident(), now);
const viewOf = (driven: DrivenCase) => viewCase(driven.state, driven.now);
const agrees = { partner: 'police', view: 'agrees', reason: 'as reported' } as const;
const disagrees = { partner: 'police', view: 'disagrees', reason: 'no neglect' } as const;
const noted = { item: 'coroner', standing: 'in-hand', note: null } as const;
const recorded = { by: 'officer-1', at: now };

/** What a record does of itself: its tasks with their clocks, its messages, whether it is open. */
const ofItself = ({ state, batches }: DrivenCase) => ({
  tasks: state.tasks,
  status: state.status,
  batches: [...batches],
});

describe('around the notification', () => {
  test('views, sign-off and notes open no task, send nothing and move no date', () => {
    const driven = opened();
    const before = ofItself(driven);
    driven
      .act('giveView', officer, disagrees)
      .act('signOff', officer, { view: 'without', reason: 'nobody was reached' })
      .act('noteAlongside', officer, noted);
    expect(ofItself(driven)).toEqual(before);
  });

  test('without any of it every notification can be made and the record closes', () => {
    const driven = opened();
    driven.act('done', officer, evidence(driven.openIds(), '2026-12-23T09:00:00.000Z'));
    expect(driven.state.status).toBe('closed');
    expect(driven.state.around).toBeUndefined();
  });

  test('all of it can be recorded once the record has closed', () => {
    const driven = opened();
    driven.act('done', officer, evidence(driven.openIds(), '2026-12-23T09:00:00.000Z'));
    driven.act('noteAlongside', officer, noted);
    expect(driven.state.status).toBe('closed');
    expect(driven.texts('noted')).toEqual(['Alongside: Coroner: in hand.']);
  });

  test('not of a withdrawn incident', () => {
    const driven = opened().act('withdraw', manager, { reason: 'a mistake' });
    driven.act('approve', manager2, { proposal: 'p1' });
    const refused = { refused: 'The incident was withdrawn. Reopen it first.' };
    expect(driven.attempt('giveView', officer, agrees)).toEqual(refused);
    expect(driven.attempt('signOff', director, { view: 'given', reason: null })).toEqual(refused);
    expect(driven.attempt('noteAlongside', officer, noted)).toEqual(refused);
  });
});

describe('the partners’ views of what is notified', () => {
  test('each partner’s latest stands; the history keeps every one, with its dissent', () => {
    const driven = opened()
      .act('giveView', officer, disagrees)
      .act('giveView', officer, { ...agrees, partner: 'icb' })
      .act('giveView', officer, agrees);
    expect(viewOf(driven).around.views).toEqual([
      { ...agrees, ...recorded, partner: 'icb' },
      { ...agrees, ...recorded },
    ]);
    expect(driven.texts('viewed')).toEqual([
      'View of police on what is notified: disagrees. Reason: no neglect.',
      'View of icb on what is notified: agrees. Reason: as reported.',
      'View of police on what is notified: agrees. Reason: as reported. Before: disagrees.',
    ]);
  });

  test('are wanted one working day after the record was opened', () => {
    expect(viewsWantedOn(viewOf(opened()), englandAndWales)).toBe('2026-12-24');
    const later = opened()
      .act('acknowledge', officer, { tasks: ['panel'] })
      .until('2026-12-30T10:00:00.000Z');
    expect(viewsWantedOn(viewOf(later), englandAndWales)).toBe('2026-12-24');
  });
});

describe('the director’s sign-off', () => {
  test('is the director’s to give', () => {
    expect(opened().attempt('signOff', manager, { view: 'given', reason: null })).toEqual({
      refused: expect.stringMatching(/^Only the director, or who covers for them/),
    });
    const driven = opened().act('signOff', director, { view: 'given', reason: null });
    expect(driven.texts('signed-off')).toEqual(['The director has signed off what is notified.']);
  });

  test('need not be given: what is notified goes out without it, with a reason', () => {
    expect(opened().attempt('signOff', officer, { view: 'without', reason: null })).toEqual({
      refused: 'Submitting without the sign-off needs its reason: add --reason.',
    });
    const without = { view: 'without', reason: 'nobody was reached' } as const;
    const driven = opened().act('signOff', officer, without);
    expect(viewOf(driven).around.signOff).toEqual({ ...without, ...recorded });
    expect(driven.texts('signed-off')).toEqual([
      'What is notified goes out without the director’s sign-off. Reason: nobody was reached.',
    ]);
  });

  test('is wanted a working day before the first notification that is required is due', () => {
    expect(signOffWantedOn(viewOf(opened()), englandAndWales)).toBe('2026-12-30');
    const none = new DrivenCase(inChild({ harm: 'none' }), now);
    expect(signOffWantedOn(viewOf(none), englandAndWales)).toBeNull();
  });
});

describe('alongside', () => {
  test('the list has no clocks, and shows what nobody noted', () => {
    const driven = opened().act('noteAlongside', officer, noted);
    const items = viewOf(driven).around.alongside;
    expect(items.map(({ item }) => item)).toEqual([
      ...['safety', 'police', 'coroner', 'child-death-review', 'lado', 'provider-notice'],
      ...['parents', 'support', 'records-secured'],
    ]);
    expect(items.filter((one) => one.noted).map((one) => one.noted)).toEqual([
      { ...noted, ...recorded },
    ]);
  });

  test('the latest note on an item stands', () => {
    const driven = opened()
      .act('noteAlongside', officer, noted)
      .act('noteAlongside', officer, { ...noted, standing: 'done', note: 'told by telephone' });
    expect(driven.texts('noted').at(-1)).toBe('Alongside: Coroner: done. told by telephone.');
    expect(aroundSections(viewOf(driven), englandAndWales).at(-1)?.lines).toEqual([
      'Coroner: done, told by telephone (officer-1, Wednesday 23 December 2026, 10:00)',
    ]);
  });
});
