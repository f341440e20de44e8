import { attachPostgres } from '../../local/postgres';

/** Run as a process: brings PostgreSQL up in the folder named first, from the package named second. */
const [dataFolder = '', native = ''] = process.argv.slice(2);
const say = (line: string) => void process.stdout.write(`${line}\n`);

void attachPostgres(dataFolder, say, { native }).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
