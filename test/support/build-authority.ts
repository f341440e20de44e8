import type { Authority } from '../../domain/authority';
import { defaultLadder } from '../../domain/default-ladder';

type Person = Authority['people'][number];

/** Somebody at the authority: `officer-1` is called `Officer 1`. */
export function buildPerson(id: string, roles: Person['roles'], away: Person['away'] = []): Person {
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  return { id, name, email: `${id}@authority.example`, roles, away };
}

/** Away from 24 December 2026 to 2 January 2027, both included. */
export const awayAtChristmas = (cover: string | null = null): Person['away'][number] => ({
  from: '2026-12-24',
  to: '2027-01-02',
  cover,
});

/** Example Council with one person in each of four roles, three partners and one other area. */
export const buildAuthority = (overrides: Partial<Authority> = {}): Authority => ({
  code: 'E06000005',
  name: 'Example Council',
  rulebook: 'england-2023',
  partners: [
    { id: 'local-authority', name: 'Council', email: 'la@partner.example', notice: false },
    { id: 'icb', name: 'Health Board', email: 'icb@partner.example', notice: true },
    { id: 'police', name: 'Police', email: 'police@partner.example', notice: true },
  ],
  areas: [{ code: 'E06000002', name: 'Next Area', email: 'next@area.example', notice: true }],
  people: [
    buildPerson('officer-1', ['notifying-officer']),
    buildPerson('deputy-1', ['deputy']),
    buildPerson('manager-1', ['manager']),
    buildPerson('director-1', ['director']),
  ],
  roleAddresses: { director: 'duty@authority.example' },
  ladder: defaultLadder,
  targets: {},
  briefingWithinHours: null,
  regulatedSettings: { apply: true, definition: 'As our procedure says' },
  onCall: [{ role: 'Duty manager', phone: '01632 960000' }],
  publicReferrals: false,
  procedureUrl: 'https://authority.example/procedure',
  ...overrides,
});
