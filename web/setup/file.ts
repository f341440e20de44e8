import { ownTasks, targetKinds } from '../../domain/own-tasks';
import { counted } from '../../domain/wording';
import { page, type Answer } from '../answer';
import type { Visit } from '../visit';
import { stepInWords } from './ladder-words';

/** The rest of the authority's file in words, and how it is changed. */
export function showAuthorityFile({ authority, settings }: Visit): Answer {
  const { must, should } = authority.ladder;
  return page('setup/file', {
    file: settings.authorityFile,
    must: must.map((step) => stepInWords(step, 'must')),
    should: should.map((step) => stepInWords(step, 'should')),
    targets: targetKinds.map((kind) => targetOf(kind, authority.targets)),
  });
}

type Kind = (typeof targetKinds)[number];

/** A step of the partnership's work with its working days: the file's own, or those of ours. */
function targetOf(kind: Kind, targets: Visit['authority']['targets']) {
  const { words, workingDays } = ownTasks[kind];
  const days = targets[kind] ?? workingDays;
  const period = days === null ? 'a person sets the date' : counted(days, 'working day');
  return { kind, words, period, isOwn: targets[kind] !== undefined };
}
