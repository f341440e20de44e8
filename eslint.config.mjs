import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Files that are mostly a table: rows may be as many as the law needs. */
const tables = ['domain/rulebook/england-2023.ts', 'domain/bank-holidays.ts'];

const forbidden = {
  enums: { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  casts: {
    selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
    message: 'Parse the value instead of casting through unknown.',
  },
  defaultExports: {
    selector: 'ExportDefaultDeclaration',
    message: 'Use a named export.',
  },
};

const clockReads = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'The kernel takes the moment as an argument.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The kernel takes the moment as an argument.',
  },
  {
    selector: 'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(now|local)$/]',
    message: 'The kernel takes the moment as an argument, and its zone is Europe/London.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'The kernel is the same for the same input.',
  },
];

const skippedTests = {
  selector:
    'MemberExpression[object.name=/^(describe|test|it)$/][property.name=/^(only|skip|todo)$/]',
  message: 'Every test runs.',
};

const size = (lines, functionLines) => ({
  'max-lines': ['error', { max: lines, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': functionLines
    ? ['error', { max: functionLines, skipBlankLines: true, skipComments: true }]
    : 'off',
});

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.notifiable/', 'node_modules/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...size(250, 40),
      'max-params': ['error', 3],
      complexity: ['warn', 12],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-warning-comments': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-restricted-syntax': ['error', ...Object.values(forbidden)],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Brackets say that the key may be absent.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // An empty setting or text counts as absent.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...Object.values(forbidden), ...clockReads] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      ...size(300),
      // A row of `test.each` has as many columns as its table.
      'max-params': 'off',
      'no-restricted-syntax': ['error', ...Object.values(forbidden), skippedTests],
      // Jest's asymmetric matchers (`expect.any`) are typed `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  { files: tables, rules: { 'max-lines': 'off' } },
  { files: ['bench/**', 'bin/*.js'], rules: { 'no-console': 'off' } },
);
