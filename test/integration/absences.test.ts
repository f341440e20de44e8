import { addAbsences } from '../../activities/absences-in-force';
import { createAuthorityFile } from '../../activities/authority-file';
import { openCases } from '../../bin/open-cases';
import { examine } from '../../bin/doctor';
import type { KeptAbsence } from '../../client/answers';
import { londonDateOf } from '../../domain/calendar';
import { dateOf, dayNumber } from '../../domain/day';
import { openRegister } from '../../register/register';
import { installLog } from '../../workers/log';
import { buildAuthority, buildPerson } from '../support/build-incident';
import { incidentOfNow, valueOf } from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { runCommand } from '../support/run-command';
import { testSeal } from '../support/test-seal';
import { until } from '../support/until';

let rig: RegisterRig;
const today = londonDateOf(new Date().toISOString());
const nextWeek = dateOf(dayNumber(today) + 7);

beforeAll(async () => {
  installLog('fatal');
  const { people } = buildAuthority();
  rig = await startRegisterRig({
    authority: { people: [...people, buildPerson('cover-1', 'auditor')] },
  });
  await rig.work();
});
afterAll(() => rig.stop());

/** A command line over the real client. */
const notifiable = (line: string) =>
  runCommand(line.split(' '), {
    env: rig.env,
    openCases: (settings, by) => openCases(settings, { by, warn: () => undefined }),
  });

/** Enters one, as `away` does, from today until next week. */
async function enter(line: string): Promise<KeptAbsence> {
  const ran = await notifiable(`${line} --from ${today} --to ${nextWeek} --json`);
  return (JSON.parse(ran.out) as { absence: KeptAbsence }).absence;
}

const end = ({ id }: KeptAbsence) => notifiable(`back ${id} --by manager-1`);

/** Who of the two is told of an incident that starts now. */
async function told(): Promise<string | undefined> {
  const { mails } = rig.sink;
  const before = mails.length;
  const request = { report: incidentOfNow(), reference: null, by: 'manager-1' };
  valueOf(await rig.cases.start({ ...request, notADuplicate: 'another incident' }));
  const find = () => mails.slice(before).find(({ to }) => /^(officer|cover)-1@/.test(to));
  await until(() => find() !== undefined);
  return find()?.to.split('@')[0];
}

describe('an absence entered by a person', () => {
  it('counts for who is told and who may act until they are back', async () => {
    expect(await told()).toBe('officer-1');
    const absence = await enter('away officer-1 --cover cover-1 --by officer-1');
    expect(absence).toMatchObject({ person: 'officer-1', cover: 'cover-1', endedAt: null });
    await until(async () => (await told()) === 'cover-1');
    const listed = await notifiable('absences');
    expect(listed.out).toContain(`${absence.id}  officer-1: `);
    expect(await end(absence)).toMatchObject({ status: 0 });
    await until(async () => (await told()) === 'officer-1');
    expect((await notifiable('absences')).out).toMatch(/cover-1 covers, ended .* by manager-1/);
  });

  it('is one, however often it is entered, and ends once', async () => {
    const first = await enter('away officer-2 --by officer-2');
    expect(await enter('away officer-2 --by officer-2')).toEqual(first);
    await end(first);
    expect(await end(first)).toMatchObject({
      status: 1,
      err: expect.stringContaining('ended already'),
    });
  });

  it.each([
    [
      'for another without the role',
      `away manager-1 --from ${today} --to ${nextWeek}`,
      /officer-1 may not/,
    ],
    ['with all that is wrong', 'away officer-1 --from x --to y', /from: .*\n.*to: /],
    ['of nobody', 'back 0123456789', /No absence under this id/],
  ])('is refused, with the sentence recorded: %s', async (_, line, words) => {
    const ran = await notifiable(`${line} --by officer-1`);
    expect(ran).toMatchObject({ status: 1, err: expect.stringMatching(words) });
    const query = { reference: null, limit: 1, before: null };
    const [access] = (await rig.register.queries.accesses(query)).accesses;
    expect(access).toMatchObject({ who: 'officer-1', what: line.split(' ')[0] });
  });

  it('of another is not ended without the role', async () => {
    const absence = await enter('away manager-1 --by director-1');
    const ran = await notifiable(`back ${absence.id} --by officer-1`);
    expect(ran).toMatchObject({ status: 1, err: expect.stringContaining('officer-1 may not') });
    await end(absence);
  });

  it('shows as a gap in doctor', async () => {
    const absence = await enter('away officer-1 --by officer-1');
    const cover = (await examine(rig.env)).find(({ name }) => name === 'cover, two weeks');
    expect(cover?.says).toMatch(/notifying officer: not on/);
    await end(absence);
  });

  it('holds up nobody where the register was never reached: the file alone counts', async () => {
    const nowhere = openRegister('postgres://127.0.0.1:9/none', testSeal);
    const file = createAuthorityFile(rig.settings.authorityFile);
    expect(await addAbsences(file, nowhere).read()).toEqual(await file.read());
    await nowhere.close();
  });
});
