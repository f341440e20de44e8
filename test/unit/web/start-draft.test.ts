import { beginDraft, closeDraft, openDraft, typedIn } from '../../../web/start/draft';
import { testSeal } from '../../support/test-seal';

const now = '2026-12-22T18:00:00.000Z';
const somebody = (id: string) => ({
  seal: testSeal,
  person: { id, name: id, roles: [], coverFor: [] },
});
const officer = somebody('officer-1');
const draft = { ...beginDraft(now), answers: { what: { summary: 'what happened' } } };

describe('the first answers between two pages', () => {
  it('are opened again by whoever wrote them', () => {
    expect(openDraft(closeDraft(draft, officer), { ...officer, now })).toEqual(draft);
  });

  it('cannot be read by anybody on the way', () => {
    expect(closeDraft(draft, officer)).not.toContain('what happened');
  });

  it.each([
    ['by another person', somebody('officer-2'), now, (sealed: string) => sealed],
    ['after a day’s work', officer, '2026-12-23T06:00:00.001Z', (sealed: string) => sealed],
    ['once they were changed', officer, now, (sealed: string) => `${sealed.slice(0, -6)}AAAA==`],
    ['where there are none', officer, now, () => ''],
  ])('are not opened %s', (_, holder, at, changed) => {
    expect(openDraft(changed(closeDraft(draft, officer)), { ...holder, now: at })).toBeNull();
  });

  it('have a reference from the first page on', () => {
    expect(draft.reference).toMatch(/^SI-2026-[2-9A-Z]{4}$/);
  });

  it('leave out what the page itself sends along', () => {
    const body = { _csrf: 'c', draft: 'd', page: 'what', go: 'on', harm: 'died' };
    expect(typedIn(body)).toEqual({ harm: 'died' });
  });
});
