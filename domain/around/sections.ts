import type { Calendar } from '../calendar';
import type { CaseView } from '../case/view';
import type { Section } from '../record/section';
import { momentInWords } from '../when';
import { dateInWords } from '../wording';
import { agreementWords, signOffWords, standingWords } from './alongside';
import { viewsWantedOn } from './dates';

/** What was recorded around the notification, as lines to read; sections without lines are empty. */
export function aroundSections(view: CaseView, calendar: Calendar): Section[] {
  const { views, signOff, alongside } = view.around;
  const wanted = dateInWords(viewsWantedOn(view, calendar));
  return [
    {
      title: `Partners’ views of what is notified (target: ${wanted}; the local authority decides)`,
      lines: views.map(
        (one) =>
          `${one.partner}: ${agreementWords[one.view]}, because ${one.reason} ${recorded(one)}`,
      ),
    },
    {
      title: 'Director’s sign-off',
      lines:
        signOff === null
          ? []
          : [`${signOffWords[signOff.view]}${said(signOff.reason)} ${recorded(signOff)}`],
    },
    {
      title: 'Alongside',
      lines: alongside.flatMap(({ words, noted }) =>
        noted
          ? [`${words}: ${standingWords[noted.standing]}${said(noted.note)} ${recorded(noted)}`]
          : [],
      ),
    },
  ];
}

const said = (text: string | null): string => (text === null ? '' : `, ${text}`);

const recorded = ({ by, at }: { readonly by: string; readonly at: string }): string =>
  `(${by}, ${momentInWords(at)})`;
