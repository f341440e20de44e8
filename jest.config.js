const project = (name) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.notifiable/'],
  // openid-client and what it stands on are ES modules.
  transformIgnorePatterns: ['/node_modules/(?!(openid-client|oauth4webapi|jose)/)'],
  transform: {
    '\\.(ts|m?js)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
});

/** Real servers take seconds to come up. */
const withServers = (name) => ({
  ...project(name),
  setupFilesAfterEnv: ['<rootDir>/test/support/timeout.ts'],
});

/** @type {import('jest').Config} */
module.exports = {
  projects: [project('unit'), withServers('integration'), withServers('browser')],
};
