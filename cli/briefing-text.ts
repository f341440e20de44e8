import type { Briefing } from '../domain/around/briefing';
import { rulebookOf } from '../domain/rulebook';
import { footer } from './assessment-text';
import { sectionLines } from './section';

/** What `briefing` prints for a person. */
export const briefingText = ({ reference, sections, rulebook }: Briefing): string =>
  [
    `${reference}: briefing to senior leaders. For those who need to know alone.`,
    ...sections.flatMap(sectionLines),
    '',
    ...footer(rulebookOf(rulebook)),
  ].join('\n');
