import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { oidcSettings, type OidcSettings } from './settings/oidc';
import { SettingsProblem } from './settings/problem';
import { parsePayloadKeys, type PayloadKey } from './settings/payload-keys';
import { temporalSettings, type TemporalSettings } from './settings/temporal';

export { requireSignIn, type OidcSettings } from './settings/oidc';
export { SettingsProblem } from './settings/problem';
export type { PayloadKey } from './settings/payload-keys';
export type { TemporalSettings } from './settings/temporal';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const postgresUrls = ['postgres:', 'postgresql:'];
export type LogLevel = (typeof logLevels)[number];

export interface Settings {
  readonly production: boolean;
  readonly temporal: TemporalSettings;
  /** Temporal's own pages: TEMPORAL_UI_URL, or those of the embedded server; no slash at the end. */
  readonly temporalUi: string | null;
  /** null: the embedded inbox. */
  readonly smtpUrl: string | null;
  /** null: the embedded database. */
  readonly databaseUrl: string | null;
  /** For migrations, as the owner of the tables: DATABASE_OWNER_URL, else DATABASE_URL. */
  readonly databaseOwnerUrl: string | null;
  /** The folder of everything embedded; an absolute path. */
  readonly dataFolder: string;
  readonly port: number;
  /** What links in messages start with; no slash at the end. */
  readonly url: string;
  readonly authorityFile: string;
  readonly mailFrom: string;
  /** How people sign in to the pages; null: they choose who they are, on this machine only. */
  readonly oidc: OidcSettings | null;
  /** Where the register's heads are kept, one a line; an absolute path. */
  readonly headFile: string;
  /** Who is mailed each head; null: nobody. */
  readonly headAddress: string | null;
  /** The first encrypts, all decrypt; empty: a key made in the data folder. */
  readonly payloadKeys: readonly PayloadKey[];
  /** null: no worker deployment versioning. */
  readonly buildId: string | null;
  readonly logLevel: LogLevel;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every setting, or throws one SettingsProblem that names every bad variable. */
export function readSettings(env: Environment = process.env): Settings {
  const problems: string[] = [];
  const checked = <T>(name: string, parse: (text: string) => T | Complaint, unset: T): T => {
    const text = env[name]?.trim();
    if (!text) return unset;
    const value = parse(text);
    if (!(value instanceof Complaint)) return value;
    problems.push(`${name} ${value.text}.`);
    return unset;
  };
  const port = checked('PORT', parsePort, 8080);
  const databaseUrl = checked('DATABASE_URL', parseUrl(postgresUrls), null);
  const production = env.NODE_ENV === 'production';
  const dataFolder = resolve(env.NOTIFIABLE_DATA?.trim() || '.notifiable');
  const settings: Settings = {
    production,
    temporal: temporalSettings(env, (problem) => problems.push(problem)),
    temporalUi: checked('TEMPORAL_UI_URL', parseSite, null),
    smtpUrl: checked('SMTP_URL', parseUrl(['smtp:', 'smtps:']), null),
    databaseUrl,
    databaseOwnerUrl: checked('DATABASE_OWNER_URL', parseUrl(postgresUrls), databaseUrl),
    dataFolder,
    port,
    url: checked('NOTIFIABLE_URL', parseUrl(['http:', 'https:']), `http://localhost:${port}`),
    authorityFile: authorityFile(env),
    oidc: oidcSettings(env, (problem) => problems.push(problem)),
    mailFrom: checked('NOTIFIABLE_FROM', parseMailbox, 'notifiable@localhost'),
    headFile: resolve(env.NOTIFIABLE_HEAD_FILE?.trim() || join(dataFolder, 'register-head.jsonl')),
    headAddress: checked('NOTIFIABLE_HEAD_ADDRESS', parseMailbox, null),
    payloadKeys: checked('NOTIFIABLE_PAYLOAD_KEY', payloadKeysOrComplaint, []),
    buildId: checked('NOTIFIABLE_BUILD_ID', parseBuildId, null),
    logLevel: checked('LOG_LEVEL', parseLogLevel, 'info'),
  };
  if (production) problems.push(...missingInProduction(env, settings));
  if (problems.length > 0) throw new SettingsProblem(problems);
  return settings;
}

/** The authority's file: the named one, config/authority.json here, or the package's own. */
export function authorityFile(env: Environment = process.env): string {
  const named = env.NOTIFIABLE_AUTHORITY?.trim();
  if (named) return resolve(named);
  const here = resolve('config/authority.json');
  return existsSync(here) ? here : join(packageFolder(), 'config/authority.json');
}

/** Where the parts on this machine are; null: that part does not run, or is none of ours. */
export interface LocalAddresses {
  readonly temporalAddress: string | null;
  readonly temporalUi: string | null;
  readonly smtpUrl: string | null;
  /** Only from whoever keeps it running: it may end as soon as another who started it has read. */
  readonly database?: Pick<Settings, 'databaseUrl' | 'databaseOwnerUrl'> | null;
}

/** The settings as they are once the parts that run on this machine have their addresses. */
export function withLocal(settings: Settings, local: LocalAddresses): Settings {
  const { temporal } = settings;
  const isEmbedded = temporal.embedded && local.temporalAddress !== null;
  return {
    ...settings,
    smtpUrl: settings.smtpUrl ?? local.smtpUrl,
    ...(settings.databaseUrl === null && local.database),
    temporal: isEmbedded ? { ...temporal, address: local.temporalAddress } : temporal,
    temporalUi: settings.temporalUi ?? (isEmbedded ? local.temporalUi : null),
  };
}

class Complaint {
  constructor(readonly text: string) {}
}

function parsePort(text: string): number | Complaint {
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= 65535
    ? port
    : new Complaint(`must be a whole number from 1 to 65535, but is "${text}"`);
}

/** The complaint never repeats the text: a URL may hold a password. */
function parseUrl(protocols: readonly string[]): (text: string) => string | Complaint {
  return (text) => {
    const wanted = new Complaint(
      `must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    );
    if (!URL.canParse(text)) return wanted;
    const { protocol, hostname } = new URL(text);
    return protocols.includes(protocol) && hostname !== '' ? text.replace(/\/+$/, '') : wanted;
  };
}

/** It is shown as a link, with more after it. */
function parseSite(text: string): string | Complaint {
  const url = parseUrl(['http:', 'https:'])(text);
  if (url instanceof Complaint) return url;
  const { search, hash, username } = new URL(url);
  return [search, hash, username].every((part) => part === '')
    ? url
    : new Complaint('must be an address without a login, “?” or “#”');
}

function parseMailbox(text: string): string | Complaint {
  return /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(text)
    ? text
    : new Complaint(`must be one mail address and nothing else, but is "${text}"`);
}

function parseBuildId(text: string): string | Complaint {
  return /^[\w.-]{1,100}$/.test(text)
    ? text
    : new Complaint('may hold letters, digits, dots, hyphens and underscores only');
}

function parseLogLevel(text: string): LogLevel | Complaint {
  const level = logLevels.find((known) => known === text.toLowerCase());
  return level ?? new Complaint(`must be one of ${logLevels.join(', ')}, but is "${text}"`);
}

function payloadKeysOrComplaint(text: string): readonly PayloadKey[] | Complaint {
  return (
    parsePayloadKeys(text) ??
    new Complaint(
      'must be 32 random bytes in base64 (openssl rand -base64 32), with "id:" before it if you ' +
        'like; several are separated by commas, each id once, the first encrypts',
    )
  );
}

function missingInProduction(env: Environment, settings: Settings): string[] {
  const needed: readonly (readonly [string, boolean, string])[] = [
    ['TEMPORAL_ADDRESS', settings.temporal.embedded, 'the Temporal server, as host:port'],
    ['SMTP_URL', !env.SMTP_URL?.trim(), 'the mail server'],
    ['DATABASE_URL', settings.databaseUrl === null, 'the database'],
    ['NOTIFIABLE_PAYLOAD_KEY', !env.NOTIFIABLE_PAYLOAD_KEY?.trim(), 'the encryption key'],
  ];
  return needed
    .filter(([, missing]) => missing)
    .map(([name, , what]) => `${name} is missing: with NODE_ENV=production, ${what} must be set.`);
}

function packageFolder(): string {
  return existsSync(join(__dirname, 'package.json')) ? __dirname : join(__dirname, '..');
}
