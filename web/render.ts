import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { nationalName, dateInWords, lateWords, strengthWords } from '../domain/wording';
import { momentInWords, shortDate, shortMoment, timeInWords } from '../domain/when';
import { roleNames } from '../domain/people';
import { navigation, setupPages } from './navigation';
import { plain } from './plain';
import { pagesOf } from './record/pages-of';
import { asOfLine } from '../client/as-of-words';
import { kindOf, recordKinds } from '../domain/record/kinds';

/** The package's own folder, from its source and from what is built of it. */
const root = existsSync(join(__dirname, '../package.json'))
  ? join(__dirname, '..')
  : join(__dirname, '../..');

const styles = readFileSync(join(root, 'dist/web/assets/app.css'));
/** It changes with the style sheet, so that browsers may keep each for ever. */
const stylesHash = createHash('sha256').update(styles).digest('hex').slice(0, 12);

export const styleSheet = { path: `/assets/app-${stylesHash}.css`, content: styles } as const;

const packages = ['govuk-frontend/dist', '@ministryofjustice/frontend'];

/** Templates: ours, GOV.UK's and the Ministry of Justice's. Everything shown is escaped. */
export function templates(): nunjucks.Environment {
  const folders = packages.map((name) => join(packageFolder(name)));
  const env = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([join(root, 'web/views'), ...folders], { noCache: false }),
    { autoescape: true, throwOnUndefined: false, trimBlocks: true, lstripBlocks: true },
  );
  for (const [name, filter] of Object.entries(filters)) env.addFilter(name, filter);
  env.addGlobal('styleSheet', styleSheet.path);
  env.addGlobal('navigation', navigation);
  env.addGlobal('setupPages', setupPages);
  env.addGlobal('pagesOf', pagesOf);
  return env;
}

function packageFolder(name: string): string {
  const [scope = '', inner = ''] = name.split('/');
  const folder = scope.startsWith('@') ? `${scope}/${inner}` : scope;
  const found = join(require.resolve(`${folder}/package.json`), '..');
  return scope.startsWith('@') ? found : join(found, inner);
}

/** How pages put instants (UTC) and London dates into words. */
const filters = {
  date: (on: string | null) => (on === null ? '' : dateInWords(on)),
  shortDate: (on: string | null) => (on === null ? '' : shortDate(on)),
  moment: (at: string | null) => (at === null ? '' : momentInWords(at)),
  shortMoment: (at: string | null) => (at === null ? '' : shortMoment(at)),
  plain,
  asOf: asOfLine,
  kindOfRecord: (reference: string) => recordKinds[kindOf(reference)].words,
  /** As the beginning of a sentence. */
  sentence: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  time: (at: string) => timeInWords(at),
  recipient: (id: string) => nationalName(id),
  late: (strength: keyof typeof lateWords) => lateWords[strength],
  strength: (strength: keyof typeof strengthWords) => strengthWords[strength],
  role: (role: keyof typeof roleNames) => roleNames[role],
} as const;
