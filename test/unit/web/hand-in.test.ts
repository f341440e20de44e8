import { Unreachable } from '../../../temporal/unreachable';
import { goTo, type Answer } from '../../../web/answer';
import { handIn } from '../../../web/referrals/hand-in';
import type { Handing } from '../../../web/referrals/handing';
import type { Form } from '../../../web/visit';
import { buildAuthority } from '../../support/build-authority';

const typed: Form = {
  concernRaised: 'no',
  'referrer.capacity': 'councillor',
  'referrer.role': 'Ward councillor',
  whatHappened: 'a child died at home',
  whyCriteriaMet: 'agencies could have worked better together',
};

const handing = (more: Form, session: object, send: Handing['send']): Handing => ({
  visit: {
    request: { session },
    ...{ authority: buildAuthority(), now: '2026-11-24T12:00:00.000Z' },
  },
  ...{ typed: { ...typed, ...more }, isPublic: false, send },
  done: (reference) => goTo(`/done/${reference}`),
});

const taken: Handing['send'] = (_, reference) =>
  Promise.resolve({ ok: true, value: { reference, already: false } });

const shown = (answer: Answer) => ('view' in answer ? answer : { view: null });

describe('handing a referral in', () => {
  test('goes from page to page, leaving out those on which a councillor is asked nothing', async () => {
    const titles: string[] = [];
    for (const step of ['first', 'who', 'why', 'children', 'before']) {
      const answer = shown(await handIn(handing({ step, go: 'next' }, {}, taken)));
      titles.push(/"step":\{"id":"(\w+)"/.exec(JSON.stringify(answer))?.[1] ?? 'check');
    }
    expect(titles).toEqual(['who', 'why', 'children', 'before', 'learning']);
  });

  test('checks everything under one reference, and sends it under that one', async () => {
    const session = {};
    await handIn(handing({ step: 'learning', go: 'next' }, session, taken));
    const reference: unknown = Reflect.get(session, 'referral');
    expect(reference).toMatch(/^PR-2026-[2-9A-Z]{4}$/);
    const sent = handing({ go: 'send' }, session, taken);
    expect(await handIn(sent)).toEqual(goTo(`/done/${String(reference)}`));
    expect(await handIn(sent)).toEqual(goTo(`/done/${String(reference)}`));
  });

  test('is not sent unchecked', async () => {
    const answer = await handIn(handing({ go: 'send' }, {}, taken));
    expect(shown(answer).view).toBe('referrals/check');
  });

  test('keeps everything where nothing answers, under the same reference', async () => {
    const session = { referral: 'PR-2026-7K3F' };
    const down: Handing['send'] = () =>
      Promise.reject(new Unreachable('Temporal does not answer.', 'Check TEMPORAL_ADDRESS.'));
    const answer = await handIn(handing({ go: 'send' }, session, down));
    expect(answer).toMatchObject({
      ...{ view: 'referrals/check', status: 503 },
      with: {
        notSent: 'Temporal does not answer.',
        kept: expect.arrayContaining([{ name: 'whatHappened', value: 'a child died at home' }]),
      },
    });
    expect(session.referral).toBe('PR-2026-7K3F');
  });

  test('shows what the kernel refuses, and keeps the form', async () => {
    const refused: Handing['send'] = () =>
      Promise.resolve({ ok: false, problems: [{ path: '', problem: 'It is taken', remedy: '' }] });
    const session = { referral: 'PR-2026-7K3F' };
    const answer = await handIn(handing({ go: 'send' }, session, refused));
    expect(answer).toMatchObject({
      ...{ view: 'referrals/check', status: 422 },
      with: { wrong: { summary: [{ text: 'It is taken.', href: '#form' }] } },
    });
  });
});
