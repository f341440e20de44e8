import type { Section } from '../record/section';
import { momentInWords } from '../when';
import { dateInWords } from '../wording';
import { factorsInWords } from './factors';
import type { ReviewView } from './view';

/** A review in words, beside its tasks: what it follows from, what was said and decided. */
export function reviewSections(view: ReviewView): Section[] {
  const { incident, notifiedAt } = view;
  const about = [
    `Incident record: ${incident}`,
    `The national Panel was notified: ${momentInWords(notifiedAt)}`,
    ...publicationLines(view),
  ];
  return [
    { title: 'Review', lines: about },
    { title: 'Partners’ sign-offs', lines: view.signOffs.map(signOffLine) },
    { title: 'Decisions', lines: view.decisions.flatMap(decisionLines) },
    { title: 'The Panel’s replies', lines: view.replies.map(replyLine) },
    { title: 'Reviewers', lines: view.reviewers.map(reviewerLine) },
  ];
}

function publicationLines({ publication }: ReviewView): string[] {
  if (publication === null) return [];
  const { dueOn, plannedOn, publishedOn, where, withheld } = publication;
  if (withheld !== null) return [`The report is not published: ${withheld}`];
  if (publishedOn !== null) {
    return [`The report was published on ${dateInWords(publishedOn)}: ${where ?? ''}`];
  }
  const planned = dateInWords(plannedOn);
  return [`The report is to be published by ${dateInWords(dueOn)}; planned for ${planned}`];
}

const signOffLine = ({ partner, view, reason }: ReviewView['signOffs'][number]): string =>
  `${partner} ${view}: ${reason}`;

function decisionLines(decision: ReviewView['decisions'][number]): string[] {
  const held = decision.decision === 'local-review' ? 'A local review is held' : 'No local review';
  return [
    `${held}: ${decision.rationale} (${decision.recordedBy}, ${momentInWords(decision.at)})`,
    factorsInWords(decision.factors),
    ...(decision.dissent === null ? [] : [`Dissent: ${decision.dissent}`]),
  ];
}

const replyLine = ({ at, reply, text }: ReviewView['replies'][number]): string =>
  `${momentInWords(at)}: ${reply.replaceAll('-', ' ')}. ${text}`;

const reviewerLine = (one: ReviewView['reviewers'][number]): string =>
  `${one.reviewer}; expertise: ${one.expertise}; conflicts of interest: ${one.conflicts}`;
