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

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    project('unit'),
    {
      ...project('integration'),
      setupFilesAfterEnv: ['<rootDir>/test/integration/timeout.ts'],
    },
  ],
};
