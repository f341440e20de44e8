import { mergeReport } from '../../domain/report';
import { buildChild, buildIncident, without } from '../support/build-incident';

describe('a merge patch', () => {
  const merged = (patch: unknown, report: unknown = buildIncident()) => mergeReport(report, patch);

  test('changes what it names, takes away what it sets to null, and keeps the rest', () => {
    const report = buildIncident({ summary: 'x' }, { knownAt: { harm: 'h', lookedAfter: 'l' } });
    const patch = {
      summary: null,
      children: [
        { ref: 'A', bornOn: null, knownAt: { harm: null } },
        { ref: 'B', harm: 'none' },
      ],
    };
    const child: Record<string, unknown> = buildChild({ knownAt: { lookedAfter: 'l' } });
    delete child.bornOn;
    expect(mergeReport(report, patch)).toEqual({
      ok: true,
      value: buildIncident({ children: [child, { ref: 'B', harm: 'none' }] }),
    });
  });

  test('without children leaves every child', () => {
    expect(merged({ place: 'in-area' })).toEqual({ ok: true, value: buildIncident() });
    expect(merged({ children: [] })).toEqual({ ok: true, value: buildIncident() });
  });

  test.each([
    ['a list', [], ''],
    ['children as null', { children: null }, 'children'],
    ['a child as null', { children: [null] }, 'children[0]'],
    ['a child without ref', { children: [{ harm: 'died' }] }, 'children[0].ref'],
    ['a child twice', { children: [{ ref: 'A' }, { ref: 'A' }] }, 'children[1].ref'],
  ])('is refused as %s', (_, patch, path) => {
    expect(merged(patch)).toMatchObject({ ok: false, problems: [{ path }] });
  });

  test('cannot reach a prototype', () => {
    const result = merged(JSON.parse('{"__proto__":{"place":"in-area"}}'), without('place'));
    expect(result.ok && Reflect.get(Object(result.value), 'place')).toBe(undefined);
  });
});
