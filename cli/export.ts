import { resolve } from 'node:path';
import { readSettings } from '../settings';
import { newCommand } from './command';
import { exitStatus } from './exit';
import { answer } from './output';
import type { ExportPack, Parts } from './parts';
import { packText } from './pack-text';
import { whoActs } from './verb-command';

/** `export`: one record with its proof, to hand to an inspector or to keep. */
export const exportCommand = ({ io, env, now, exportPack }: Parts) =>
  newCommand('export', 'one record with everything that proves it, as files')
    .argument('<REF>', 'the record’s reference')
    .requiredOption('--out <DIR>', 'a new or empty folder')
    .requiredOption(...whoActs)
    .addHelpText('after', help)
    .action(async (reference, { out, by, json = false }) => {
      const folder = resolve(out);
      const warn = (sentence: string) => void io.err.write(`${sentence}\n`);
      const request = { reference, folder, by, now: now(), warn };
      const exported = await exportPack(readSettings(env), request);
      if (!exported.ok) return answer(io, json, exported);
      const { manifest, manifestHash, head, verified } = exported.value;
      const text = () => exportedText(folder, exported.value);
      const status = verified.ok ? exitStatus.done : exitStatus.refused;
      const value = { json: { folder, manifest, manifestHash, head, verified }, text, status };
      await answer(io, json, { ok: true, value });
    });

type Exported = Extract<Awaited<ReturnType<ExportPack>>, { readonly ok: true }>['value'];

const exportedText = (folder: string, { manifest, head, verified }: Exported): string =>
  [
    `The pack of ${manifest.reference} is in ${folder}. It holds data about children: keep it where`,
    'only those can read it who may read the record, and delete it when it has served.',
    '',
    packText(verified),
    `Last entry of the record: ${manifest.chain.hash}`,
    `Register at the time:     ${head.head}`,
    'Write the SHA-256 of the manifest down elsewhere: whoever can change the pack can change it too.',
  ].join('\n');

const help = `
Needs the register, and neither Temporal nor a worker. Only you can read the files.
That you exported it is recorded. docs/assurance.md says what a pack proves and what it does not.

Example:
  $ notifiable export SI-2026-7K3F --out pack --by manager-1
  $ notifiable verify pack`;
