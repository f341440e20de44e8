#!/usr/bin/env node
'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

const root = join(__dirname, '..');
const main = join(root, 'dist', 'bin', 'main.js');

/** A checkout that was never built builds itself once; an installed copy comes built. */
function build() {
  process.stderr.write('notifiable: not built yet, building it now (once)\n');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status !== 0 || !existsSync(main)) {
    process.stderr.write('notifiable: the build failed; run "npm ci", then try again\n');
    process.exit(3);
  }
}

if (!existsSync(main)) build();
// From Node 22 on: start-up without compiling the same files again.
enableCompileCache?.();
require(main);
