import { parseArgs } from 'node:util';
import { assess } from './measures/assess';
import { growth } from './measures/growth';
import { memory } from './measures/memory';
import { rates } from './measures/rates';
import { recorded } from './measures/recorded';
import { startup } from './measures/startup';
import { takeover } from './measures/takeover';
import type { Measure } from './measure';
import { asTable, machine } from './report';

const measures: Readonly<Record<string, Measure>> = {
  rates,
  recorded,
  takeover,
  memory,
  growth,
  startup,
  assess,
};

/** `npm run bench`, or `npm run bench -- rates assess --lines 1000000`. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { lines: { type: 'string', default: '50000' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(measures);
  const unknown = names.filter((name) => !(name in measures));
  if (unknown.length > 0) {
    throw new Error(`No measure ${unknown.join(', ')}: ${Object.keys(measures).join(', ')}`);
  }
  console.log(machine());
  console.log(`npm run bench -- ${process.argv.slice(2).join(' ')}`.trim());
  for (const [name, measure] of Object.entries(measures)) {
    if (!names.includes(name)) continue;
    console.error(`measuring ${name} …`);
    console.log(asTable(await measure({ lines: Number(values.lines) })));
  }
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
