import type { ReportedIncident, ReportUse } from '../../../client/answers';
import { briefing } from '../../../domain/around/briefing';
import { surenessWords } from '../../../domain/around/panel-form';
import { panelSheet } from '../../../domain/around/panel-sheet';
import { rulebookOf } from '../../../domain/rulebook';
import { notFound, page, type Answer } from '../../answer';
import type { RecordVisit } from '../../visit';

/** What the Panel’s online form will ask, filled in as far as it is known here. */
export const showSheet = (visit: RecordVisit): Promise<Answer> =>
  showReported(visit, 'sheet', (reported) => {
    const { authority, person } = visit;
    const sheet = panelSheet({ ...reported, authority, by: person.id });
    return { sheet, surenessWords, draftRows: sheet.draft.split('\n').length + 4 };
  });

/** One page for senior leaders. */
export const showBriefing = (visit: RecordVisit): Promise<Answer> =>
  showReported(visit, 'briefing', (reported) => ({
    sections: briefing({ ...reported, ...visit }).sections,
  }));

async function showReported(
  { cases, record }: RecordVisit,
  use: ReportUse,
  make: (reported: ReportedIncident) => object,
): Promise<Answer> {
  if (record.kind !== 'incident') return notFound;
  const read = await cases.report(record.reference, use);
  if (!read.ok) return notFound;
  return page(`record/around/${use}`, {
    ...make(read.value),
    rulebook: rulebookOf(record.rulebook),
  });
}
