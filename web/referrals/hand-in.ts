import { newReference } from '../../client/reference';
import type { Problem } from '../../domain/problem';
import { Unreachable } from '../../temporal/unreachable';
import type { Answer } from '../answer';
import { textOf } from '../visit';
import { childrenIn, fieldsOf } from './fields';
import { checkPage, stepPage } from './form-pages';
import type { Handing } from './handing';
import { problemsAt, readForm } from './read-form';
import { askedOf, stepsFor, type StepId } from './steps';

/** Answers the button that was pressed: on, back, one child more, check, send. */
export async function handIn(handing: Handing): Promise<Answer> {
  const go = textOf(handing.typed, 'go');
  if (go === 'send') return sendForm(handing);
  const to = go.replace(/^to:/, '');
  if (go !== to) return stepPage(handing, isStep(to) ? to : 'first');
  const at = textOf(handing.typed, 'step');
  return turnPage(handing, { at: isStep(at) ? at : 'first', go });
}

const isStep = (id: string): id is StepId =>
  stepsFor({ capacity: null, isPublic: false }).some((step) => step.id === id);

function turnPage(handing: Handing, { at, go }: { at: StepId; go: string }): Answer {
  const { typed, isPublic } = handing;
  const children = childrenIn(typed);
  const ids = stepsFor(askedOf(typed, isPublic)).map(({ id }) => id);
  switch (go) {
    case 'add-child':
      return stepPage(withChildren(handing, children + 1), at);
    case 'remove-child':
      return stepPage(withChildren(handing, children - 1), at);
    case 'back':
      return stepPage(handing, ids[ids.indexOf(at) - 1] ?? 'first');
    default: {
      const wrong = problemsOn(handing, at);
      if (wrong.length > 0) return stepPage(handing, at, wrong);
      const next = ids[ids.indexOf(at) + 1];
      return go === 'check' || next === undefined ? check(handing) : stepPage(handing, next);
    }
  }
}

const withChildren = (handing: Handing, count: number): Handing => ({
  ...handing,
  typed: { ...handing.typed, children: String(count) },
});

function problemsOn({ typed, isPublic, visit }: Handing, step: StepId): readonly Problem[] {
  const fields = fieldsOf(typed, isPublic);
  const { problems } = readForm(typed, fields, visit.now);
  return problemsAt(
    problems,
    fields.filter((field) => field.step === step),
  );
}

/** Everything once more before it is sent, under a reference of its own. */
function check(handing: Handing, problems: readonly Problem[] = []): Answer {
  const { session } = handing.visit.request;
  session.referral = newReference('referral', handing.visit.now);
  return checkPage(handing, { problems });
}

async function sendForm(handing: Handing): Promise<Answer> {
  const { typed, isPublic, visit } = handing;
  const { form, problems } = readForm(typed, fieldsOf(typed, isPublic), visit.now);
  const reference = visit.request.session.referral;
  if (problems.length > 0 || reference === undefined) return check(handing, problems);
  try {
    const sent = await handing.send(form, reference);
    return sent.ok ? await handing.done(sent.value.reference) : check(handing, sent.problems);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    // Perhaps it was taken all the same: the same again under the same reference is one referral.
    return checkPage(handing, { problems: [], notSent: error.what });
  }
}
