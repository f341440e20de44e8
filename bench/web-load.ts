import { Agent, get, request, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** Twenty people, each of whom pauses a second between pages: `web-load.ts URL REFERENCE…`. */
const [url = '', ...references] = process.argv.slice(2);
const users = 20;
const rounds = 10;
/** Not counted: the first time, code is still being compiled. */
const warmUpRounds = 1;
const boundMs = 150;
const startBytes = 100 * 1024;

/** A record's page of another reference each time. */
const record = (path: string) => (turn: number) =>
  `/records/${references[turn % references.length] ?? ''}${path}`;

/** Whose page it is, where it is not a manager's. */
const others: Readonly<Record<string, string>> = {
  'of an officer: tasks': 'officer-1',
  'of an officer: record': 'officer-1',
  'record, who read it': 'director-1',
};

const pages: Readonly<Record<string, string | ((turn: number) => string)>> = {
  start: '/',
  'start an incident': '/start',
  'whom to ring': '/at-risk',
  tasks: '/tasks',
  overview: '/overview',
  'overview, late ones': '/overview?state=late',
  'overview, Ofsted within a day': '/overview?recipient=ofsted&days-left=1',
  'timeliness, a quarter': '/timeliness?from=2026-07-01&to=2026-09-30',
  'timeliness, a year': '/timeliness',
  record: record(''),
  'record, history': record('/history'),
  'record, for the director': record('/director'),
  'record, for the Panel’s form': record('/sheet'),
  'record, briefing': record('/briefing'),
  'record, partners’ views': record('/views'),
  'record, director’s sign-off': record('/sign-off'),
  'record, alongside': record('/alongside'),
  'record, who read it': record('/reads'),
  'record, that it was done': record('/done?task=panel'),
  'record, an action': record('/act/explain?task=panel'),
  'record, what is known': record('/facts/check'),
  'record, what happened to a child': record('/facts/1-harm'),
  'of an officer: tasks': '/tasks',
  'of an officer: record': record(''),
  'refer to the partners': '/refer',
  referrals: '/referrals',
  reviews: '/reviews',
  'setting up': '/setup',
  people: '/setup/people',
  absences: '/setup/absences',
  calendar: '/setup/calendar',
  'the authority’s file': '/setup/file',
  'timeliness, a quarter as CSV': '/timeliness/csv?from=2026-07-01&to=2026-09-30',
};

interface Loaded {
  readonly status: number;
  readonly ms: number;
  /** As they came over the wire. */
  readonly bytes: number;
}

const cookieOf = (answer: IncomingMessage) => answer.headers['set-cookie']?.[0]?.split(';')[0];

/** Somebody's session. */
async function enter(agent: Agent, person: string): Promise<string> {
  const form = await exchange(agent, { method: 'GET', path: '/sign-in', cookie: '' });
  const token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  const body = new URLSearchParams({ _csrf: token, person, to: '/' }).toString();
  const cookie = form.cookie ?? '';
  const entered = await exchange(agent, { method: 'POST', path: '/sign-in', cookie, body });
  if (entered.status !== 303) throw new Error(`Nobody could sign in: ${entered.status}`);
  return entered.cookie ?? cookie;
}

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie: string;
  readonly body?: string;
}

function exchange(agent: Agent, { method, path, cookie, body }: Asked) {
  return new Promise<{ status: number; text: string; cookie: string | undefined }>(
    (resolve, reject) => {
      const type = 'application/x-www-form-urlencoded';
      const headers = { cookie, ...(body !== undefined && { 'content-type': type }) };
      const asking = request(url + path, { agent, method, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        const { statusCode: status = 0 } = answer;
        answer.on('end', () => resolve({ status, text, cookie: cookieOf(answer) }));
      });
      asking.on('error', reject).end(body);
    },
  );
}

function load(agent: Agent, path: string, cookie: string): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const headers = { cookie, 'accept-encoding': 'gzip' };
    get(url + path, { agent, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      const { statusCode: status = 0 } = answer;
      answer.on('end', () => resolve({ status, ms: performance.now() - begun, bytes }));
    }).on('error', reject);
  });
}

const measured = new Map<string, Loaded[]>(Object.keys(pages).map((name) => [name, []]));

async function use(user: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookies = new Map<string, string>();
  for (const person of ['manager-1', ...new Set(Object.values(others))]) {
    cookies.set(person, await enter(agent, person));
  }
  const names = Object.keys(pages);
  await wait((user * 1_000) / users);
  for (let turn = 0; turn < (warmUpRounds + rounds) * names.length; turn += 1) {
    const name = names[(turn + user) % names.length] ?? '';
    const page = pages[name] ?? '/';
    const path = typeof page === 'string' ? page : page(turn * users + user);
    const person = others[name] ?? 'manager-1';
    const loaded = await load(agent, path, cookies.get(person) ?? '');
    if (turn >= warmUpRounds * names.length) measured.get(name)?.push(loaded);
    await wait(1_000);
  }
  agent.destroy();
}

function report(): boolean {
  let isReached = true;
  for (const [name, loaded] of measured) {
    const times = loaded.map(({ ms }) => ms).sort((one, other) => one - other);
    const p95 = times[Math.floor(times.length * 0.95)] ?? NaN;
    const failed = loaded.filter(({ status }) => status !== 200).length;
    const isGood = p95 <= boundMs && failed === 0;
    isReached &&= isGood;
    const bytes = Math.max(...loaded.map((one) => one.bytes));
    console.log(
      `${name.padEnd(34)} p95 ${p95.toFixed(0).padStart(4)} ms, at most ${boundMs}; ` +
        `${(bytes / 1024).toFixed(1)} KB${failed === 0 ? '' : `; ${failed} of ${times.length} FAILED`}` +
        (isGood ? '' : '  NOT REACHED'),
    );
  }
  return isReached;
}

/** With the style sheet, which a browser fetches once. */
async function startPage(): Promise<boolean> {
  const agent = new Agent();
  const cookie = await enter(agent, 'manager-1');
  const { text } = await exchange(agent, { method: 'GET', path: '/', cookie });
  const sheet = /href="(\/assets\/[^"]+)"/.exec(text)?.[1] ?? '';
  const parts = [await load(agent, '/', cookie), await load(agent, sheet, cookie)];
  const bytes = parts.reduce((sum, one) => sum + one.bytes, 0);
  console.log(`start page with its style sheet: ${(bytes / 1024).toFixed(1)} KB, at most 100`);
  return bytes <= startBytes && parts.every(({ status }) => status === 200);
}

void Promise.all(Array.from({ length: users }, (_, user) => use(user))).then(async () => {
  const isReached = [report(), await startPage()].every(Boolean);
  process.exit(isReached ? 0 : 1);
});
