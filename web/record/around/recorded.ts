import { agreementWords, signOffWords, standingWords } from '../../../domain/around/alongside';
import { signOffWantedOn, viewsWantedOn } from '../../../domain/around/dates';
import type { CaseView } from '../../../domain/case/view';
import { notFound, page, type Answer } from '../../answer';
import { actionsFor, saidOf } from '../../actions/table';
import { textOf, type RecordVisit } from '../../visit';
import { nameOf } from '../../who';

/** The three partners’ views of what is notified, on one page. */
export const showViews = (visit: RecordVisit): Answer =>
  showRecorded(visit, { view: 'views', action: 'giveView' }, (incident) => ({
    wantedOn: viewsWantedOn(incident, visit.calendar),
    partners: visit.authority.partners.map(({ id, name }) => {
      const given = incident.around.views.find(({ partner }) => partner === id);
      return { id, name, given: given && { ...given, words: agreementWords[given.view] } };
    }),
  }));

export const showSignOff = (visit: RecordVisit): Answer =>
  showRecorded(visit, { view: 'sign-off', action: 'signOff' }, (incident) => {
    const { signOff } = incident.around;
    return {
      wantedOn: signOffWantedOn(incident, visit.calendar),
      signOff: signOff && { ...signOff, words: signOffWords[signOff.view] },
    };
  });

/** What goes on alongside: a list without clocks. */
export const showAlongside = (visit: RecordVisit): Answer =>
  showRecorded(visit, { view: 'alongside', action: 'noteAlongside' }, (incident) => ({
    items: incident.around.alongside,
    standingWords,
  }));

interface Recorded {
  readonly view: string;
  /** What is done on the page, where the person may and the record lets them. */
  readonly action: string;
}

function showRecorded(
  visit: RecordVisit,
  { view, action }: Recorded,
  make: (incident: CaseView) => object,
): Answer {
  const { record, authority } = visit;
  if (record.kind !== 'incident') return notFound;
  const offered = actionsFor(visit).find(({ name }) => name === action);
  const mayAct = offered !== undefined && (offered.fits?.(record) ?? true);
  return page(`record/around/${view}`, {
    ...make(record),
    actHref: mayAct ? `/records/${record.reference}/act/${action}` : null,
    said: saidOf(textOf(visit.query, 'said'), record.kind),
    nameOf: (id: string) => nameOf(authority, id),
  });
}
