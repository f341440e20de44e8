import { resolve } from 'node:path';
import { authorityFile, readSettings, SettingsProblem, withLocal } from '../../settings';

const key = Buffer.alloc(32, 7).toString('base64');
const otherKey = Buffer.alloc(32, 8).toString('base64');
const production = {
  NODE_ENV: 'production',
  TEMPORAL_ADDRESS: 'temporal.internal:7233',
  SMTP_URL: 'smtp://mail.internal:587',
  DATABASE_URL: 'postgres://database.internal/notifiable',
  NOTIFIABLE_PAYLOAD_KEY: key,
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsProblem) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('need nothing at all on one machine', () => {
    expect(readSettings({})).toMatchObject({
      production: false,
      temporal: { embedded: true, address: null, namespace: null },
      smtpUrl: null,
      databaseUrl: null,
      dataFolder: resolve('.notifiable'),
      port: 8080,
      url: 'http://localhost:8080',
      mailFrom: 'notifiable@localhost',
      oidc: null,
      headFile: resolve('.notifiable/register-head.jsonl'),
      headAddress: null,
      payloadKeys: [],
      buildId: null,
      logLevel: 'info',
    });
  });

  it('take an empty variable as unset', () => {
    expect(readSettings({ SMTP_URL: '', PORT: ' ' })).toMatchObject({ smtpUrl: null, port: 8080 });
  });

  it('let links follow the port, and drop a slash at the end', () => {
    expect(readSettings({ PORT: '9000' }).url).toBe('http://localhost:9000');
    expect(readSettings({ NOTIFIABLE_URL: 'https://n.example/' }).url).toBe('https://n.example');
  });

  test.each([
    ['TEMPORAL_ADDRESS', 'localhost:7233', false],
    ['TEMPORAL_PROFILE', 'live', false],
    ['TEMPORAL_CONFIG_FILE', '/etc/temporal.toml', false],
    ['TEMPORAL_NAMESPACE', 'other', true],
  ])('with %s only: embedded is %s %s', (name, value, embedded) => {
    expect(readSettings({ [name]: value }).temporal.embedded).toBe(embedded);
  });

  test.each([
    ['PORT', 'eighty', 'whole number'],
    ['PORT', '65536', 'whole number'],
    ['PORT', '0', 'whole number'],
    ['SMTP_URL', 'mail.internal', 'smtp://'],
    ['SMTP_URL', 'http://mail.internal', 'smtp://'],
    ['DATABASE_URL', 'mysql://db', 'postgres://'],
    ['NOTIFIABLE_URL', 'notifiable.example', 'http://'],
    ['NOTIFIABLE_FROM', 'nobody', 'mail address'],
    ['NOTIFIABLE_HEAD_ADDRESS', 'nobody', 'mail address'],
    ['NOTIFIABLE_PAYLOAD_KEY', 'secret', 'openssl'],
    ['NOTIFIABLE_PAYLOAD_KEY', `a:${key},a:${otherKey}`, 'each id once'],
    ['NOTIFIABLE_BUILD_ID', 'a b', 'letters'],
    ['LOG_LEVEL', 'loud', 'one of'],
    ['TEMPORAL_ADDRESS', 'http://localhost:7233', 'host and a port'],
    ['TEMPORAL_ADDRESS', 'localhost', 'host and a port'],
  ])('refuse %s=%s and say why', (name, value, why) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).toContain(why);
  });

  it('never print a key or a password in a complaint', () => {
    const env = { NOTIFIABLE_PAYLOAD_KEY: 'hush-1', SMTP_URL: 'x://a:hush-2@mail' };
    expect(problemsOf(env).join()).not.toContain('hush');
  });

  it('list every problem at once', () => {
    expect(() => readSettings({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT .*\n.*LOG_LEVEL /);
  });

  test.each(['TEMPORAL_ADDRESS', 'SMTP_URL', 'DATABASE_URL', 'NOTIFIABLE_PAYLOAD_KEY'])(
    'refuse production without %s',
    (name) => {
      const problems = problemsOf({ ...production, [name]: '' });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`${name} is missing`);
    },
  );

  it('accept a complete production environment', () => {
    expect(readSettings(production).production).toBe(true);
  });

  it('name a key by its fingerprint unless it has a name', () => {
    const keys = readSettings({ NOTIFIABLE_PAYLOAD_KEY: `${key}, old:${otherKey}` }).payloadKeys;
    expect(keys).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{8}$/), secret: key },
      { id: 'old', secret: otherKey },
    ]);
  });

  it('find the authority file named, else the one in config', () => {
    expect(authorityFile({ NOTIFIABLE_AUTHORITY: 'x/y.json' })).toBe(resolve('x/y.json'));
    expect(authorityFile({})).toBe(resolve('config/authority.json'));
  });
});

describe('addresses of this machine', () => {
  const database = { databaseUrl: 'postgres://here/app', databaseOwnerUrl: 'postgres://here/own' };
  const smtpUrl = 'smtp://127.0.0.1:2500';
  const temporalUi = 'http://localhost:7001';
  const local = { temporalAddress: '127.0.0.1:7000', temporalUi, smtpUrl, database };

  it('fill what the environment left open', () => {
    expect(withLocal(readSettings({}), local)).toMatchObject({
      temporal: { embedded: true, address: '127.0.0.1:7000' },
      ...{ temporalUi, smtpUrl },
      ...database,
    });
  });

  it('leave a Temporal UI that the environment names', () => {
    const named = readSettings({ TEMPORAL_UI_URL: 'https://ui.example/' });
    expect(withLocal(named, local).temporalUi).toBe('https://ui.example');
  });

  it('never replace what the environment says', () => {
    expect(withLocal(readSettings(production), local)).toMatchObject({
      temporal: { address: 'temporal.internal:7233' },
      temporalUi: null,
      smtpUrl: 'smtp://mail.internal:587',
      databaseUrl: 'postgres://database.internal/notifiable',
    });
  });
});
