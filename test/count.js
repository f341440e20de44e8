/** Sums Jest's result files: `node count.js FAILED_STEPS FILE…`. A missing file is one failure. */
const { existsSync, readFileSync } = require('node:fs');

const [failedSteps, ...files] = process.argv.slice(2);

function countsOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
  };
}

const counts = files.map(countsOf);
const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = counts.reduce((sum, one) => sum + one.failed, Number(failedSteps));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
