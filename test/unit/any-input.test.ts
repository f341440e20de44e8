import fc from 'fast-check';
import { parseAuthority } from '../../domain/authority';
import { englandAndWales } from '../../domain/bank-holidays';
import type { Parsed } from '../../domain/problem';
import { mergeReport, parseReport } from '../../domain/report';
import { anInstant, buildAuthority, buildChild, buildIncident } from '../support/build-incident';

const report = (input: unknown) =>
  parseReport(input, { now: anInstant, calendar: englandAndWales });

/** Values that nearly fit, so that more than the first check is reached. */
const nearly = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('2026-12-20', '2026-02-30', '0000-01-01', '9999-12-31', 'E06000002', 'A', 'yes'),
  fc.constantFrom('0000-01-01T00:00:00+14:00', '9999-12-31T23:59:59-12:00', '2026-12-22T17:30Z'),
  fc.constantFrom('died', 'suspected', 'elsewhere-in-england', 'not-yet-known', '__proto__'),
);
const keysOf = (value: object) => fc.dictionary(fc.constantFrom(...Object.keys(value)), nearly);

const children = fc.array(
  fc.oneof(
    nearly,
    keysOf({ ...buildChild(), knownAt: 0, careLeaver: 0 }).map((some) => buildChild(some)),
    fc
      .dictionary(fc.constantFrom('harm', 'lookedAfter'), nearly)
      .map((knownAt) => buildChild({ knownAt })),
  ),
  { maxLength: 4 },
);
const reports = fc.oneof(
  fc.jsonValue(),
  keysOf({ ...buildIncident(), incidentArea: 0, otherAreas: 0 }).map((some) => buildIncident(some)),
  children.map((list) => buildIncident({ children: list })),
);
const authorities = fc.oneof(
  fc.jsonValue(),
  keysOf({ ...buildAuthority(), ladder: 0, onCall: 0 }).map((some) => buildAuthority(some)),
  fc.array(nearly).map((must) => buildAuthority({ ladder: { must } })),
  fc.array(keysOf({ id: 0, roles: 0, away: 0 })).map((people) => buildAuthority({ people })),
);

const isComplete = (parsed: Parsed<unknown>) =>
  parsed.ok || parsed.problems.every((one) => one.problem !== '' && /^[A-Z]/.test(one.remedy));

test.each<[string, fc.Arbitrary<unknown>, (input: unknown) => Parsed<unknown>]>([
  ['a report', reports, report],
  ['an authority file', authorities, parseAuthority],
])('whatever comes as %s is a value or problems with remedies, never an error', (...row) => {
  const [, inputs, parse] = row;
  fc.assert(
    fc.property(inputs, (input) => {
      const parsed = parse(input);
      expect(isComplete(parsed)).toBe(true);
      if (parsed.ok) expect(parse(parsed.value)).toEqual(parsed);
    }),
    { numRuns: 1500 },
  );
});

test('whatever comes as a patch merges or is refused, and never removes a child', () => {
  fc.assert(
    fc.property(reports, (patch) => {
      const merged = mergeReport(buildIncident(), patch);
      if (merged.ok) expect(merged.value).toHaveProperty('children.0.ref');
    }),
  );
});
