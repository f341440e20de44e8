/**
 * Who may import whom. Folders and npm packages not named in a row are refused; Node's own modules
 * too, unless `node` says otherwise. `typesOnly` are folders of which only `import type` is allowed.
 */
const table = {
  domain: { npm: ['zod', 'luxon'] },
  workflows: {
    folders: ['domain', 'temporal/search-attributes'],
    typesOnly: ['activities'],
    npm: ['@temporalio/workflow'],
  },
  activities: {
    folders: ['domain', 'register'],
    npm: ['@temporalio/activity', 'nodemailer', 'yaml', 'zod'],
    node: true,
  },
  register: { folders: ['domain'], npm: ['kysely', 'pg'], node: true },
  temporal: {
    folders: ['settings', 'domain/record/kinds'],
    npm: [
      '@temporalio/client',
      '@temporalio/common',
      '@temporalio/envconfig',
      '@temporalio/worker',
      'protobufjs',
    ],
    node: true,
  },
  client: {
    folders: ['domain', 'register', 'temporal', 'workflows/messages'],
    typesOnly: ['workflows', 'settings'],
    npm: ['@temporalio/client', 'csv-stringify'],
    node: true,
  },
  workers: {
    folders: [
      'activities',
      'client/runs',
      'client/sweep-schedule',
      'domain/bank-holidays',
      'register',
      'temporal',
      'settings',
    ],
    npm: ['@temporalio/worker', 'pino'],
    node: true,
  },
  pack: { folders: ['domain', 'register'], npm: ['zod'], node: true },
  cli: {
    folders: ['domain', 'client', 'settings'],
    typesOnly: ['pack'],
    npm: ['@commander-js/extra-typings', 'commander', 'cli-table3', 'yaml'],
    node: true,
  },
  web: {
    folders: ['domain', 'client', 'settings', 'register', 'temporal/unreachable'],
    npm: [
      'express',
      'helmet',
      'zod',
      'busboy',
      'compression',
      'connect-pg-simple',
      'csrf-sync',
      'express-rate-limit',
      'express-session',
      'nunjucks',
      'openid-client',
      'pino',
    ],
    node: true,
  },
  // It must know whether the server that it brought up answers.
  local: {
    folders: ['settings', 'temporal'],
    npm: ['@temporalio/worker', 'zod', 'express', 'helmet', 'smtp-server', 'mailparser', 'pino'],
    node: true,
  },
  settings: { folders: ['domain/roles'], npm: ['zod'], node: true },
};

/** These wire or exercise everything, so they may import anything. */
const free = ['bin', 'bench', 'test'];

/** A folder `name/`, or files `name.ts` and `name-….ts` beside it. */
const entry = (name) => `${name}(/|\\.ts$|-[a-z-]+\\.ts$)`;
const packages = (names) => names.map((name) => `node_modules/(@types/)?${name}/`);

function rulesFor([name, row]) {
  const { folders = [], typesOnly = [], npm = [], node = false } = row;
  const allowed = [...[name, ...folders, ...typesOnly].map(entry), ...packages(npm)];
  const valuesRefused = typesOnly.map((folder) => ({
    name: `${name}-takes-only-types-of-${folder}`,
    severity: 'error',
    from: { path: `^${entry(name)}` },
    to: {
      path: `^${entry(folder)}`,
      pathNot: folders.map((other) => `^${entry(other)}`),
      dependencyTypesNot: ['type-only'],
    },
  }));
  return [
    {
      name: `${name}-imports`,
      comment: `See the row "${name}" of the table in .dependency-cruiser.cjs.`,
      severity: 'error',
      from: { path: `^${entry(name)}` },
      to: {
        pathNot: `^(${allowed.join('|')})`,
        ...(node ? { dependencyTypesNot: ['core'] } : {}),
      },
    },
    ...valuesRefused,
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(table).flatMap(rulesFor),
    {
      name: 'folder-without-a-row',
      comment: 'A new top-level folder needs a row in the table.',
      severity: 'error',
      from: {
        path: '\\.ts$',
        pathNot: `^(${[...Object.keys(table), ...free].map(entry).join('|')})`,
      },
      to: {},
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: { pathNot: '^(test|bench)/|^[^/]+\\.(cjs|mjs|js)$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.notifiable)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
