/** The parts that people play for the authority. */
export const roles = [
  'notifying-officer',
  'deputy',
  'manager',
  'director',
  'business-manager',
  'front-door',
  'data-protection',
  'auditor',
  'operator',
] as const;
export type Role = (typeof roles)[number];
