import { readSettings, requireSignIn, SettingsProblem } from '../../../settings';

const complete = {
  OIDC_ISSUER: 'https://login.example/tenant/v2.0',
  OIDC_CLIENT_ID: 'notifiable',
  OIDC_CLIENT_SECRET: 'hush',
};

function problemsOf(attempt: () => unknown): readonly string[] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof SettingsProblem) return error.problems;
    throw error;
  }
  return [];
}

const withOidc = (more: Record<string, string>) =>
  problemsOf(() => readSettings({ ...complete, ...more }));

describe('settings of the sign-in', () => {
  it('leave roles to the authority’s file unless groups are mapped', () => {
    expect(readSettings(complete).oidc).toEqual({
      issuer: 'https://login.example/tenant/v2.0',
      clientId: 'notifiable',
      clientSecret: 'hush',
      rolesClaim: 'roles',
      roles: null,
    });
  });

  it('map each role to the values that give it', () => {
    const OIDC_ROLES = ' manager = 4f1,9a= ; auditor=4f1; ';
    const { oidc } = readSettings({ ...complete, OIDC_ROLES, OIDC_ROLES_CLAIM: 'groups' });
    expect(oidc).toMatchObject({
      rolesClaim: 'groups',
      roles: { manager: ['4f1', '9a='], auditor: ['4f1'] },
    });
  });

  test.each(Object.keys(complete))('are refused without %s', (name) => {
    expect(withOidc({ [name]: ' ' })).toEqual([expect.stringContaining(`${name} is missing`)]);
  });

  it('are refused where only a mapping is given', () => {
    expect(problemsOf(() => readSettings({ OIDC_ROLES: 'manager=A' }))).toHaveLength(3);
  });

  test.each([
    ['login.example', 'https://'],
    ['http://login.example', 'https://'],
    ['https://login.microsoftonline.com/common/v2.0', 'one tenant'],
    ['https://login.microsoftonline.com/organizations/v2.0', 'one tenant'],
  ])('refuse the issuer %s', (OIDC_ISSUER, why) => {
    expect(withOidc({ OIDC_ISSUER })).toEqual([expect.stringContaining(why)]);
  });

  test.each(['http://localhost:9000', 'http://127.0.0.1:9000', 'http://[::1]:9000'])(
    'take the issuer %s, which is on this machine',
    (OIDC_ISSUER) => {
      expect(withOidc({ OIDC_ISSUER })).toEqual([]);
    },
  );

  test.each([
    ['boss=A', '"boss" is none of'],
    ['manager', 'a value of manager is empty'],
    ['manager=A,', 'a value of manager is empty'],
    ['manager=A;manager=B', 'manager is there twice'],
  ])('refuse the mapping %s', (OIDC_ROLES, why) => {
    expect(withOidc({ OIDC_ROLES })).toEqual([expect.stringContaining(why)]);
  });

  it('never print the secret in a complaint', () => {
    expect(withOidc({ OIDC_ISSUER: 'x', OIDC_ROLES: 'boss=' }).join()).not.toContain('hush');
  });

  test.each([
    ['in production without a sign-in', { production: true, oidc: null }, 3],
    ['on this machine without a sign-in', { production: false, oidc: null }, 0],
    ['in production with one', { production: true, oidc: readSettings(complete).oidc }, 0],
  ])('of the pages %s: problems', (_, settings, problems) => {
    expect(problemsOf(() => requireSignIn(settings))).toHaveLength(problems);
  });
});
