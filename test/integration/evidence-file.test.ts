import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCases } from '../../bin/open-cases';
import { withNeedToKnow } from '../../client/with-need-to-know';
import { createAuthorityFile } from '../../activities/authority-file';
import { installLog } from '../../workers/log';
import { buildAuthority, buildPerson } from '../support/build-incident';
import { doneAt, incidentOf, incidentOfNow, refusalOf, valueOf } from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { runCommand } from '../support/run-command';

const content = '%PDF-1.7 the receipt';
const sha256 = createHash('sha256').update(content).digest('hex');
let rig: RegisterRig;
let reference: string;
let path: string;

beforeAll(async () => {
  installLog('fatal');
  const people = [...buildAuthority().people, buildPerson('front-door-1', 'front-door')];
  rig = await startRegisterRig({ authority: { people } });
  await rig.work();
  path = join(rig.folder, 'the name of a child.pdf');
  writeFileSync(path, content);
});
beforeEach(async () => {
  const incident = { report: incidentOfNow(), reference: null, by: 'officer-1' };
  const notADuplicate = 'another incident';
  ({ reference } = valueOf(await rig.cases.start({ ...incident, notADuplicate })));
});
afterAll(() => rig.stop());

/** A command line over the real client. */
const notifiable = (...args: string[]) =>
  runCommand(args, {
    env: rig.env,
    openCases: (settings, by) => openCases(settings, { by, warn: () => undefined }),
  });
const done = (file: string, by = 'officer-1') =>
  notifiable(
    ...[
      'done',
      reference,
      'panel',
      '--at',
      new Date().toISOString(),
      '--channel',
      'online system',
      '--told',
      'them',
    ],
    ...['--reference', 'X-1', '--file', file, '--by', by],
  );
const panelOf = async () =>
  incidentOf(await rig.cases.inspect(reference)).duties.find(({ task }) => task === 'panel');

describe('a file that proves what was done', () => {
  it('is kept sealed, hashed into the history, and given back as it was', async () => {
    expect((await done(path)).out).toContain('A file proves it: PDF, 1 KiB.');
    const file = (await panelOf())?.evidence?.file;
    expect(file).toMatchObject({ sha256, type: 'application/pdf', size: content.length });
    const shown = await notifiable('show', reference);
    expect(shown.out).toContain(`proved by a file: PDF, 1 KiB  [${file?.id}]`);
    const history = await notifiable('history', reference, '--json');
    expect(history.out).toContain(sha256);
    expect(shown.out + history.out).not.toContain('name of a child');
    const out = join(rig.folder, `${reference}.pdf`);
    const read = ['file', reference, file?.id ?? '', '--out', out, '--by', 'manager-1'];
    expect(await notifiable(...read)).toMatchObject({ status: 0 });
    expect(readFileSync(out, 'utf8')).toBe(content);
    const { accesses } = await rig.register.queries.accesses({ reference, limit: 1, before: null });
    expect(accesses).toMatchObject([{ who: 'manager-1', what: 'file' }]);
    expect(await notifiable(...read)).toMatchObject({
      status: 1,
      err: expect.stringContaining('is there already'),
    });
  });

  it.each([
    ['of a kind that is not taken', 'MZ\0\0', /--file: .*of no kind that is taken/],
    ['that is empty', '', /--file: The file is empty/],
    ['that is too large', 'a'.repeat(10 * 1024 * 1024 + 1), /--file: .*larger than 10 MiB/],
  ])('is refused %s, and nothing was done', async (_, bytes, words) => {
    const other = join(rig.folder, 'other.pdf');
    writeFileSync(other, bytes);
    const refused = { status: 1, err: expect.stringMatching(words) as string };
    expect(await done(other)).toMatchObject(refused);
    expect(await done(join(rig.folder, 'none.pdf'))).toMatchObject({ status: 1 });
    expect(await panelOf()).toMatchObject({ evidence: null });
    expect(await rig.register.files.of(reference)).toEqual([]);
  });

  it('is kept once, however often it is handed in, and of each record alone', async () => {
    const file = { name: 'a.pdf', bytes: Buffer.from(content), by: 'officer-1' };
    const first = valueOf(await rig.cases.attach(reference, file));
    expect(valueOf(await rig.cases.attach(reference, file))).toEqual(first);
    expect(await rig.register.files.of(reference)).toHaveLength(1);
    expect(refusalOf(await rig.cases.file('SI-2026-ELSE', first.id))).toMatch(/There is no file/);
    expect(refusalOf(await rig.cases.attach('SI-2026-ELSE', file))).toMatch(/no incident/);
    const others = await rig.cases.attach(reference, { ...file, by: 'auditor-9' });
    expect(refusalOf(others)).toMatch(/Nobody in the authority/);
  });

  it('cannot be named where it is not kept with that record', async () => {
    const file = { id: 'f-1', sha256, type: 'application/pdf', size: 20 };
    const wish = { ...doneAt(['panel'], new Date().toISOString()), file };
    const acted = await rig.cases.act(reference, wish, { by: 'officer-1' });
    expect(refusalOf(acted)).toBe('The file that proves it is not kept with this record.');
  });

  it('is not found by those whom the record does not concern', async () => {
    const bytes = Buffer.from(content);
    const kept = await rig.cases.attach(reference, { name: 'a.pdf', bytes, by: 'officer-1' });
    const { id } = valueOf(kept);
    const context = {
      readAuthority: () => createAuthorityFile(rig.settings.authorityFile).read(),
      now: () => new Date().toISOString(),
    };
    const as = (by: string) => withNeedToKnow(rig.cases, context, by);
    expect(valueOf(await as('officer-1').file(reference, id)).bytes.toString()).toBe(content);
    expect(refusalOf(await as('front-door-1').file(reference, id))).toMatch(/There is no incident/);
    const report = (by: string) => as(by).report(reference, 'sheet');
    expect(valueOf(await report('officer-1')).view.reference).toBe(reference);
    expect(refusalOf(await report('front-door-1'))).toMatch(/There is no incident/);
    const theirs = { name: 'b.pdf', bytes, by: 'front-door-1' };
    expect(refusalOf(await as('front-door-1').attach(reference, theirs))).toMatch(/no incident/);
  });
});
