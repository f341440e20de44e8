/** Closes what the register keeps but must not show; each value is bound to one reference. */
export interface Seal {
  close(value: unknown, reference: string): string;
  /** Throws where it cannot be opened: no such key, or the text was changed. */
  open(sealed: string, reference: string): unknown;
  /** The same for the bytes of a file, which are taken as they are. */
  closeBytes(bytes: Uint8Array, reference: string): Buffer;
  openBytes(sealed: Buffer, reference: string): Buffer;
  /** Tells equal texts without showing them: a mark by each key, first by the one in use. */
  marks(text: string): readonly string[];
}
