import { englandAndWales as calendar } from '../../../domain/bank-holidays';
import { notificationsOf, timedNotifications } from '../../../domain/figures/five-days';
import { figuresOf } from '../../../domain/figures/incident-figures';
import { timelinessPicture } from '../../../web/managers/timeliness-picture';
import { buildIncident } from '../../support/build-incident';
import { DrivenCase, evidence, officer } from '../../support/drive-case';

/** Aware on 22 December, due on the 31st; the Panel was told on the 23rd, the police in January. */
function figuresAt(at: string) {
  const driven = new DrivenCase(buildIncident(), '2026-12-23T10:00:00.000Z');
  driven.act('done', officer, evidence(['panel'], driven.now));
  driven.until('2027-01-05T12:00:00.000Z');
  driven.act('done', officer, evidence(['partner:police'], driven.now));
  driven.until(at);
  return figuresOf(driven.state, { now: at, calendar });
}

const later = '2027-01-11T12:00:00.000Z';
const timed = (now = later) =>
  timedNotifications(notificationsOf([figuresAt(now)]), { now, calendar });
const pictureOf = (rows = timed()) => timelinessPicture(rows).text;

test('a notification is timed in working days until it was done, or until now', () => {
  const days = Object.fromEntries(timed().map(({ task, taken }) => [task, taken]));
  expect(days).toEqual({
    ...{ panel: 1, 'partner:police': 7 },
    ...{ 'partner:icb': 11, 'partner:local-authority': 11 },
  });
});

test('each row says in words how it went, so that neither colour nor shape is needed', () => {
  const words = pictureOf().replace(/<[^>]*>/g, '');
  expect(words).toContain('Notify the national Panel: done in time, day 1');
  expect(words).toMatch(/Police: done late, day 7/);
  expect(words).toMatch(/Health Board: late, day 11/);
});

test('the four ways that a notification can go have four shapes', () => {
  const [one] = timed();
  if (!one) throw new Error('Nothing was timed');
  const outcomes = ['done-in-time', 'done-late', 'not-done', 'late'] as const;
  const withoutColours = outcomes.map((outcome) =>
    timelinessPicture([{ ...one, outcome }])
      .text.slice(-300)
      .replace(/#[0-9a-f]{6}/g, (colour) => (colour === '#ffffff' ? 'white' : 'dark'))
      .replace(/<text.*<\/text>/, ''),
  );
  expect(new Set(withoutColours).size).toBe(outcomes.length);
});

test('what ends far past the date stands at the edge, and what has no date has a row of words', () => {
  const [one] = timed();
  if (!one) throw new Error('Nothing was timed');
  const edges = [8, 9, 200].map((taken) => /H(\d+)/.exec(pictureOf([{ ...one, taken }]))?.[1]);
  expect(new Set(edges).size).toBe(1);
  expect(pictureOf([{ ...one, taken: null, outcome: 'ended' }])).toContain(
    'Panel: <tspan font-weight="bold">ended</tspan>',
  );
});

test('it has a title and a description, no style of its own, and everything written is escaped', () => {
  const [one] = timed();
  if (!one) throw new Error('Nothing was timed');
  const picture = pictureOf([{ ...one, title: '<script>"&' }]);
  expect(picture).toMatch(/role="img" aria-labelledby="picture-title picture-desc"/);
  expect(picture).toMatch(
    /<title id="picture-title">.+<\/title>\n<desc id="picture-desc">1 notification/,
  );
  expect(picture).not.toMatch(/style=|<style|<script/);
  expect(picture).toContain('&lt;script&gt;&quot;&amp;');
});
