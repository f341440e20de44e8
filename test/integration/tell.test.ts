import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createTell } from '../../activities/tell';
import type { Authority } from '../../domain/authority';
import { englandAndWales as calendar } from '../../domain/bank-holidays';
import type { Delivery, Mailing } from '../../domain/notice';
import { buildAuthority } from '../support/build-authority';
import { buildMailing, buildTaskInNotice } from '../support/build-batch';
import type { MailSink, Stage } from '../support/mail-sink';
import { failureOf, startSinkAndMailer } from '../support/sink-and-mailer';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const logger = new DefaultLogger('ERROR');
const officer = 'officer-1@authority.example';

describe('telling', () => {
  const task = buildTaskInNotice();
  const batch = buildMailing({
    notices: [
      { kind: 'task', task, to: ['notifying-officer'] },
      { kind: 'alert', task, to: ['manager', 'director'] },
    ],
  });

  /** Runs attempts in a row, each with the last heartbeat of the one before, as a server does. */
  async function startTelling(authority: Authority = buildAuthority(), stage?: Stage) {
    const { sink, mailer, close } = await startSinkAndMailer(stage);
    endings.push(close);
    const file = { now: authority, isBroken: false };
    const authorityFile = {
      read: async () => {
        if (file.isBroken) throw new Error('people[0].email: "a@b.example" is not one address');
        return file.now;
      },
    };
    const tell = createTell({ mailer, authorityFile, calendar, url: 'https://notifiable.example' });
    let heartbeatDetails: unknown = undefined;
    let number = 0;
    const attempt = async (told: Mailing = batch): Promise<Delivery[]> => {
      number += 1;
      const info = { attempt: number, heartbeatDetails };
      const environment = new MockActivityEnvironment(info, { logger });
      environment.on('heartbeat', (details: unknown) => {
        heartbeatDetails = JSON.parse(JSON.stringify(details));
      });
      return environment.run(tell, told);
    };
    /** A worker dies in the middle: nobody hears what its attempt brought about. */
    const dieInAttempt = () => {
      number += 1;
    };
    return { sink, attempt, dieInAttempt, file };
  }

  const addressesIn = ({ mails }: MailSink) => mails.map(({ to }) => to).sort();
  const outcomes = (deliveries: Delivery[]) =>
    Object.fromEntries(deliveries.map(({ to, outcome }) => [to, outcome]));

  test('everybody is told, and each delivery says what of', async () => {
    const { sink, attempt } = await startTelling();
    const deliveries = await attempt();
    expect(sink.mails).toHaveLength(3);
    expect(deliveries).toContainEqual({
      messageId: '<SI-2026-7K3F_12.officer-1@notifiable>',
      to: 'officer-1',
      kinds: ['task'],
      tasks: ['panel'],
      outcome: 'accepted',
      instead: null,
      detail: null,
      tries: {
        count: 1,
        firstAt: expect.any(String),
        lastAt: expect.any(String),
        ambiguous: false,
      },
    });
  });

  test('when one is refused for good, the next person up is told at once, and why', async () => {
    const { sink, attempt } = await startTelling();
    sink.refuse.set(officer, 550);
    const deliveries = await attempt();
    expect(outcomes(deliveries)).toEqual({
      'officer-1': 'refused',
      'deputy-1': 'accepted',
      'manager-1': 'accepted',
      'director-1': 'accepted',
    });
    expect(deliveries.find(({ to }) => to === 'officer-1')?.detail).toContain('550');
    const instead = sink.mails.find(({ to }) => to === 'deputy-1@authority.example');
    expect(instead?.text).toContain('Officer 1 was not reached');
    expect(instead?.text).toContain("Mend the address of officer-1 in the authority's file.");
    expect(instead?.messageId).toBe('<SI-2026-7K3F_12.deputy-1.for.officer-1@notifiable>');
  });

  test('when everybody is refused, each is reported once and the activity ends', async () => {
    const { sink, attempt } = await startTelling();
    ['officer-1', 'deputy-1', 'manager-1', 'director-1', 'duty'].forEach((name) =>
      sink.refuse.set(`${name}@authority.example`, 550),
    );
    const deliveries = await attempt(buildMailing());
    expect(outcomes(deliveries)).toEqual({
      'officer-1': 'refused',
      'deputy-1': 'refused',
      'manager-1': 'refused',
      'director-1': 'refused',
      'address:director': 'refused',
    });
  });

  test('a partner who is refused is left to a manager to ring', async () => {
    const { sink, attempt } = await startTelling();
    sink.refuse.set('icb@partner.example', 550);
    await attempt(
      buildMailing({
        notices: [
          {
            kind: 'partner-notice',
            task: buildTaskInNotice({ id: 'partner:icb' }),
            to: ['partner:icb'],
          },
        ],
      }),
    );
    expect(sink.mails.map(({ to }) => to)).toEqual(['manager-1@authority.example']);
    expect(sink.mails[0]?.text).toContain('Health Board was not reached');
    expect(sink.mails[0]?.text).toContain('Ring them');
  });

  test('a passing refusal leaves nobody else untold, and the retry repeats nothing', async () => {
    const { sink, attempt } = await startTelling();
    sink.refuse.set(officer, 450);
    await expect(attempt()).rejects.toMatchObject({ type: 'MailNotTaken', nonRetryable: false });
    expect(addressesIn(sink)).toEqual([
      'director-1@authority.example',
      'manager-1@authority.example',
    ]);
    sink.refuse.clear();
    const deliveries = await attempt();
    expect(outcomes(deliveries)).toEqual({
      'officer-1': 'accepted',
      'manager-1': 'accepted',
      'director-1': 'accepted',
    });
    expect(sink.mails).toHaveLength(3);
  });

  const triesOf = (deliveries: Delivery[]) =>
    Object.fromEntries(deliveries.map(({ to, tries }) => [to, [tries.count, tries.ambiguous]]));

  test('each delivery counts the tries of its own message', async () => {
    const { sink, attempt } = await startTelling();
    sink.refuse.set(officer, 450);
    await failureOf(attempt());
    await failureOf(attempt());
    sink.refuse.clear();
    const deliveries = await attempt();
    expect(triesOf(deliveries)).toEqual({
      'officer-1': [3, false],
      'manager-1': [1, false],
      'director-1': [1, false],
    });
    const tries = deliveries.find(({ to }) => to === 'officer-1')?.tries;
    expect(Date.parse(tries?.lastAt ?? '')).toBeGreaterThan(Date.parse(tries?.firstAt ?? ''));
  });

  test.each([
    ['taken after all', undefined, 'accepted'],
    ['refused after all', 554, 'refused'],
  ])('an answer that was lost is not forgotten: %s', async (_, code, outcome) => {
    const { sink, attempt } = await startTelling(buildAuthority(), 'content');
    sink.unanswered.set(officer, 'hangs up');
    await failureOf(attempt());
    sink.unanswered.clear();
    if (code !== undefined) sink.refuse.set(officer, code);
    const deliveries = await attempt();
    expect(deliveries.find(({ to }) => to === 'officer-1')).toMatchObject({
      outcome,
      tries: { count: 2, ambiguous: true },
    });
    expect(triesOf(deliveries)['manager-1']).toEqual([1, false]);
  });

  test('after an attempt that nobody heard of, what it may have sent may arrive twice', async () => {
    const { sink, attempt, dieInAttempt } = await startTelling();
    sink.refuse.set(officer, 450);
    await failureOf(attempt());
    dieInAttempt();
    sink.refuse.clear();
    expect(triesOf(await attempt())).toEqual({
      'officer-1': [3, true],
      'manager-1': [1, false],
      'director-1': [1, false],
    });
  });

  test('so too after a run of the record that stopped in the middle', async () => {
    const { attempt } = await startTelling();
    const deliveries = await attempt(buildMailing({ interrupted: true }));
    expect(triesOf(deliveries)).toEqual({ 'officer-1': [2, true] });
  });

  test('an attempt that found the file broken sent nothing', async () => {
    const { attempt, file } = await startTelling();
    file.isBroken = true;
    await failureOf(attempt());
    file.isBroken = false;
    expect(triesOf(await attempt())).toMatchObject({ 'officer-1': [1, false] });
  });

  test('the third attempt answers what waits; told of it, the next go on until it is sent', async () => {
    const { sink, attempt } = await startTelling();
    sink.refuse.set(officer, 450);
    await failureOf(attempt());
    await failureOf(attempt());
    const said = await attempt();
    expect(outcomes(said)).toEqual({
      'officer-1': 'waiting',
      'manager-1': 'accepted',
      'director-1': 'accepted',
    });
    expect(said.find(({ outcome }) => outcome === 'waiting')?.detail).toContain('450');

    const rest = await startTelling();
    const going = { ...batch, deliveries: said };
    rest.sink.refuse.set(officer, 450);
    for (let count = 0; count < 4; count += 1) {
      expect(await failureOf(rest.attempt(going))).toMatchObject({ type: 'MailNotTaken' });
    }
    rest.sink.refuse.clear();
    expect(triesOf(await rest.attempt(going))).toEqual({ 'officer-1': [8, false] });
    expect(addressesIn(rest.sink)).toEqual([officer]);
  });

  test('the retry goes to whom the file then names', async () => {
    const { sink, attempt, file } = await startTelling();
    sink.refuse.set(officer, 450);
    await failureOf(attempt());
    const people = file.now.people.map((person) =>
      person.id === 'officer-1' ? { ...person, email: 'mended@authority.example' } : person,
    );
    file.now = { ...file.now, people };
    await attempt();
    expect(addressesIn(sink)).toContain('mended@authority.example');
  });

  test('failures name no address', async () => {
    const { sink, attempt } = await startTelling();
    sink.refuse.set(officer, 450);
    expect(JSON.stringify(await failureOf(attempt()))).not.toContain('@authority');
  });

  test('a broken file is worth a retry', async () => {
    const { attempt, file } = await startTelling();
    file.isBroken = true;
    const failure = await failureOf(attempt());
    expect(failure).toMatchObject({ type: 'AuthorityFileBroken', nonRetryable: false });
    expect(String(failure)).not.toContain('a@b');
  });
});
