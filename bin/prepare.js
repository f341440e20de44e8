'use strict';
// Builds dist/ unless it is newer than every source: npx prepares a checkout anew at each first call.
const { execSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const built = join(root, 'dist/workers/workflow-bundle.js');
const passedOver = new Set([
  'node_modules',
  'dist',
  'test',
  'bench',
  'docs',
  '.git',
  '.notifiable',
]);

function newestIn(folder) {
  const times = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !passedOver.has(name))
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return newestIn(path);
      return /\.(ts|json|scss)$/.test(entry.name) ? statSync(path).mtimeMs : 0;
    });
  return Math.max(0, ...times);
}

if (!existsSync(built) || statSync(built).mtimeMs < newestIn(root)) {
  const stdio = ['ignore', process.stderr, process.stderr];
  execSync('npm run --silent build', { cwd: root, stdio });
}
