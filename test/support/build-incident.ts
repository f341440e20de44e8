export const anInstant = '2026-12-22T18:00:00.000Z';

/** A child as written in a report file: suspected neglect in a death, everything answered. */
export const buildChild = (overrides: Record<string, unknown> = {}) => ({
  ref: 'A',
  bornOn: '2012-03-04',
  harm: 'died',
  abuseOrNeglect: 'suspected',
  lookedAfter: 'no',
  regulatedSetting: 'no',
  ...overrides,
});

/**
 * An incident report as written in a file, before defaults: aware on Tuesday 22 December 2026 at
 * 17:30, one child. `childOverrides` change that child; `overrides.children` replaces the list.
 */
export const buildIncident = (
  overrides: Record<string, unknown> = {},
  childOverrides: Record<string, unknown> = {},
) => ({
  becameAwareAt: '2026-12-22T17:30:00+00:00',
  occurredOn: '2026-12-20',
  place: 'in-area',
  children: [buildChild(childOverrides)],
  ...overrides,
});

/** That incident with one child changed. */
export const inChild = (overrides: Record<string, unknown>) => buildIncident({}, overrides);

export const without = (key: string) =>
  Object.fromEntries(Object.entries(buildIncident()).filter(([name]) => name !== key));

export const manyChildren = (count: number) =>
  buildIncident({
    children: Array.from({ length: count }, (_, index) => buildChild({ ref: `${index}` })),
  });

/** An authority's file as written, before defaults; `overrides` replace whole keys. */
export const buildAuthority = (overrides: Record<string, unknown> = {}) => ({
  code: 'E06000005',
  name: 'Example Council',
  rulebook: 'england-2023',
  partners: [
    { id: 'local-authority', name: 'Example Council', email: 'la@council.example' },
    { id: 'icb', name: 'Example ICB', email: 'icb@icb.example', notice: true },
    { id: 'police', name: 'Example Police', email: 'police@police.example', notice: true },
  ],
  areas: [{ code: 'E06000002', name: 'Next Council', email: 'next@next.example', notice: true }],
  people: [
    buildPerson('officer-1', 'notifying-officer'),
    buildPerson('officer-2', 'deputy'),
    buildPerson('manager-1', 'manager'),
    buildPerson('manager-2', 'manager'),
    buildPerson('director-1', 'director'),
    buildPerson('business-manager-1', 'business-manager'),
  ],
  roleAddresses: { director: 'directors-office@council.example' },
  ...overrides,
});

export const buildPerson = (id: string, role: string, more: Record<string, unknown> = {}) => ({
  id,
  name: id,
  email: `${id}@council.example`,
  roles: [role],
  ...more,
});
