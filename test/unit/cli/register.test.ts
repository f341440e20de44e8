import { runCommand } from '../../support/run-command';

describe('rebuild', () => {
  const rebuild = () => Promise.resolve(64);

  test('says how many entries it read', async () => {
    const ran = await runCommand(['rebuild'], { rebuild });
    expect(ran).toEqual({
      status: 0,
      out: 'The lists are made anew. Entries read: 64.\n',
      err: '',
    });
  });

  test('prints the number as JSON', async () => {
    const { out } = await runCommand(['rebuild', '--json'], { rebuild });
    expect(JSON.parse(out)).toEqual({ entries: 64 });
  });
});
