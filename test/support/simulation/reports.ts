import { minutesAfter, type Chance } from './chance';

const answers = ['yes', 'no', 'no', 'not-yet-known'] as const;
const abuse = ['known', 'suspected', 'not-suspected', 'not-yet-known'] as const;
const harms = ['died', 'died', 'seriously-harmed', 'none', 'not-yet-known'] as const;
const births = ['2026-09-01', '2015-05-05', '2009-01-15', '2004-06-30', '1990-01-01', null];
const others = ['E06000002', 'E06000003'];

/** A random incident of 2026 or 2027, and the moment at which it is typed in. */
export function randomIncident(chance: Chance): { report: unknown; now: string } {
  const becameAwareAt = minutesAfter('2026-01-01T00:00:00.000Z', chance.below(600 * 1440));
  const delay = chance.percent(70) ? chance.below(600) : chance.below(15 * 1440);
  const now = minutesAfter(becameAwareAt, delay);
  const place = chance.oneOf(['in-area', 'in-area', 'elsewhere-in-england', 'outside-england']);
  const report = {
    becameAwareAt,
    occurredOn: chance.percent(20) ? null : minutesAfter(becameAwareAt, -2880).slice(0, 10),
    place,
    incidentArea: place === 'elsewhere-in-england' ? 'E06000002' : null,
    otherAreas: chance.percent(30) ? [chance.oneOf(others)] : [],
    children: ['A', 'B', 'C']
      .slice(0, 1 + chance.below(3))
      .map((ref) => randomChild(chance, { ref, becameAwareAt, delay })),
  };
  return { report, now };
}

interface Known {
  readonly ref: string;
  readonly becameAwareAt: string;
  readonly delay: number;
}

function randomChild(chance: Chance, { ref, becameAwareAt, delay }: Known) {
  const isClaim = chance.percent(25);
  return {
    ref,
    bornOn: chance.oneOf(births),
    harm: chance.oneOf(harms),
    abuseOrNeglect: chance.oneOf(abuse),
    lookedAfter: chance.oneOf(answers),
    regulatedSetting: chance.oneOf(answers),
    ...(chance.percent(50) && { careLeaver: chance.oneOf(answers) }),
    normallyResidentHere: chance.percent(80),
    lookedAfterBy: chance.percent(20) ? chance.oneOf(others) : null,
    careLeaverOf: chance.percent(20) ? chance.oneOf(others) : null,
    knownAt: isClaim
      ? { abuseOrNeglect: minutesAfter(becameAwareAt, chance.below(delay + 1)) }
      : {},
  };
}

/** A random merge patch: one fact of one child, with the moment at which it was known. */
export function randomPatch(chance: Chance, now: string): Record<string, unknown> {
  const kind = chance.below(10);
  if (kind === 0) return { summary: `note ${chance.below(1000)}` };
  if (kind === 1) return { otherAreas: chance.percent(50) ? others : [] };
  if (kind === 2) return { place: 'in-area', incidentArea: null };
  if (kind === 3) return { becameAwareAt: minutesAfter(now, -chance.below(10 * 1440)) };
  const ref = chance.oneOf(['A', 'A', 'B', 'C']);
  const [fact, values] = chance.oneOf([
    ['harm', harms],
    ['abuseOrNeglect', abuse],
    ['lookedAfter', answers],
    ['regulatedSetting', answers],
    ['careLeaver', answers],
  ] as const);
  const knownAt = { [fact]: minutesAfter(now, -chance.below(4 * 1440)) };
  if (kind === 4) return { children: [{ ref, knownAt }] };
  return { children: [{ ref, [fact]: chance.oneOf<string>(values), knownAt }] };
}
