import type { VerifiedPack } from '../pack/verify';

/** What came of checking a pack. */
export function packText(verified: VerifiedPack): string {
  if (verified.ok) {
    const { reference, entries, files, manifestHash } = verified;
    return [
      `All ${entries} entries of ${reference} and all ${files} files fit.`,
      `SHA-256 of manifest.json:  ${manifestHash}`,
    ].join('\n');
  }
  const { file, number, problem } = verified.misfit;
  const what = number === null ? file : `entry ${number} in ${file}`;
  return `The first that does not fit is ${what}. ${problem}`;
}
