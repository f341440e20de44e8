import { goTo } from './answer';
import { showAction, takeAction } from './actions/page';
import type { Pages } from './pipeline';
import { showHome } from './home';
import { giveMail, showInbox, showMail } from './inbox/inbox';
import { showReferrals } from './referrals/list';
import { showReviews } from './reviews/list';
import { showPublicForm, showPublicReceived, takePublicForm } from './referrals/public';
import { showReceived, showRefer, takeRefer } from './referrals/refer';
import { showBriefing, showSheet } from './record/around/reported';
import { showAlongside, showSignOff, showViews } from './record/around/recorded';
import { showForDirector } from './managers/director';
import { showHistory } from './managers/history';
import { findRecord, showOverview } from './managers/overview';
import { showReads } from './managers/reads';
import { showTimeliness, timelinessCsv } from './managers/timeliness';
import { findWorkflow, showOperations } from './operations/operations';
import { showRecord } from './record/record';
import { showWhoToRing } from './start/at-risk';
import { showFacts, showFactsPage, takeFactsPage } from './start/facts/facts';
import { endAbsence, showAbsences, takeAbsence } from './setup/absences';
import { showCalendar } from './setup/calendar';
import { showAuthorityFile } from './setup/file';
import { showPeople } from './setup/people';
import { showSetup } from './setup/setup';
import { beginStart, takeStart } from './start/start';
import { sayItIsAnother, showStarted } from './start/started';
import { chosenWho } from './sign-in/choose';
import { beginSignIn, endSignIn, showSignedOut, signOut } from './sign-in/pages';
import { showDone, takeDone } from './tasks/done';
import { showFile } from './tasks/file';
import { showTasks } from './tasks/tasks';
import type { Visit } from './visit';

/** Mails name a record by its kind. */
const toRecord = ({ request }: Visit) => goTo(`/records/${String(request.params['ref'])}`);

/** Every page, by its row of the table in access.ts. */
export const pages: Pages = {
  'GET /sign-in': beginSignIn,
  'POST /sign-in': chosenWho,
  'GET /sign-in/done': endSignIn,
  'POST /sign-out': signOut,
  'GET /signed-out': showSignedOut,
  'GET /at-risk': showWhoToRing,
  'GET /': showHome,
  'GET /start': beginStart,
  'POST /start': takeStart,
  'GET /start/:ref': showStarted,
  'POST /start/:ref': sayItIsAnother,
  'GET /tasks': showTasks,
  'GET /setup': showSetup,
  'GET /setup/people': showPeople,
  'GET /setup/absences': showAbsences,
  'POST /setup/absences': takeAbsence,
  'POST /setup/absences/:id/end': endAbsence,
  'GET /setup/calendar': showCalendar,
  'GET /setup/file': showAuthorityFile,
  'GET /refer': showRefer,
  'POST /refer': takeRefer,
  'GET /refer/received/:ref': showReceived,
  'GET /public/refer': showPublicForm,
  'POST /public/refer': takePublicForm,
  'GET /public/refer/received/:ref': showPublicReceived,
  'GET /referrals': showReferrals,
  'GET /reviews': showReviews,
  'GET /incidents/:ref': toRecord,
  'GET /referrals/:ref': toRecord,
  'GET /reviews/:ref': toRecord,
  'GET /overview': showOverview,
  'POST /overview/find': findRecord,
  'GET /timeliness': showTimeliness,
  'GET /timeliness/csv': timelinessCsv,
  'GET /records/:ref': showRecord,
  'GET /records/:ref/sheet': showSheet,
  'GET /records/:ref/briefing': showBriefing,
  'GET /records/:ref/views': showViews,
  'GET /records/:ref/sign-off': showSignOff,
  'GET /records/:ref/alongside': showAlongside,
  'GET /records/:ref/done': showDone,
  'POST /records/:ref/done': takeDone,
  'GET /records/:ref/files/:id': showFile,
  'GET /records/:ref/facts': showFacts,
  'GET /records/:ref/facts/:page': showFactsPage,
  'POST /records/:ref/facts/:page': takeFactsPage,
  'GET /records/:ref/history': showHistory,
  'GET /records/:ref/director': showForDirector,
  'GET /records/:ref/reads': showReads,
  'GET /records/:ref/act/:action': showAction,
  'POST /records/:ref/act/:action': takeAction,
  'GET /operations': showOperations,
  'POST /operations': findWorkflow,
  'GET /inbox': showInbox,
  'GET /inbox/:id': showMail,
  'GET /inbox/:id/raw': giveMail,
};
