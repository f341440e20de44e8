import { absenceProblems, type Absence } from '../domain/absences';
import { londonDateOf } from '../domain/calendar';
import { permissions, roleRefused } from '../domain/permissions';
import type { KeptAbsence } from '../register/absences';
import { actorOf } from './actor';
import type { AbsenceToEnd, NewAbsence, Outcome } from './answers';
import type { CasesContext } from './context';
import { neededRegister, reachRegister } from './reach';
import { refuse } from './refusal';

/** What people entered and is not over yet, ended ones too. */
export async function listAbsences(
  context: CasesContext,
): Promise<Outcome<readonly KeptAbsence[]>> {
  const { absences } = neededRegister(context);
  return { ok: true, value: await reachRegister(() => absences.all(todayOf(context))) };
}

/** Enters one's own absence, or another's where one may. The same again is the same absence. */
export async function addAbsence(
  context: CasesContext,
  absence: NewAbsence,
): Promise<Outcome<KeptAbsence>> {
  const { absences } = neededRegister(context);
  const authority = await context.readAuthority();
  const actor = actorOf(authority, absence.by, context.now());
  const today = todayOf(context);
  const problems = absenceProblems(absence, authority, today);
  const refused = actor.ok ? anotherRefused(absence.person, actor.value) : null;
  if (refused !== null) return refuse(refused);
  if (!actor.ok || problems.length > 0) {
    return { ok: false, problems: [...(actor.ok ? [] : actor.problems), ...problems] };
  }
  return reachRegister(async () => {
    const before = await absences.standing(today);
    const same = before.find((one) => isSame(one, absence));
    return { ok: true, value: same ?? (await absences.add(absence)) };
  });
}

/** They are back, or were never away. */
export async function endAbsence(
  context: CasesContext,
  { id, by }: AbsenceToEnd,
): Promise<Outcome<KeptAbsence>> {
  const { absences } = neededRegister(context);
  const actor = actorOf(await context.readAuthority(), by, context.now());
  if (!actor.ok) return actor;
  return reachRegister(async () => {
    const find = async () =>
      (await absences.all(todayOf(context))).find((absence) => absence.id === id);
    const found = await find();
    if (!found) return refuse(noSuchAbsence, howToFind);
    const refused = anotherRefused(found.person, actor.value);
    if (refused !== null) return refuse(refused);
    if (!(await absences.end(id, by))) return refuse('This absence was ended already.');
    return { ok: true, value: (await find()) ?? found };
  });
}

const noSuchAbsence = 'No absence under this id was entered here that is not over yet.';
const howToFind =
  '`notifiable absences` shows them. One in the authority’s file is changed in that file.';

const todayOf = ({ now }: CasesContext): string => londonDateOf(now());

const isSame = (one: Absence, other: Absence): boolean =>
  (['person', 'from', 'to', 'cover'] as const).every((key) => one[key] === other[key]);

/** Everyone may say when they are away themselves. */
const anotherRefused = (person: string, actor: Parameters<typeof roleRefused>[1]): string | null =>
  person === actor.id ? null : roleRefused(permissions.absences.ofAnother, actor);
