import type { Recorder } from '../../activities/ports';

export interface UnreliableRecorder extends Recorder {
  isDown: boolean;
}

/** A recorder that refuses all lines while it is down. */
export function createUnreliableRecorder(recorder: Recorder): UnreliableRecorder {
  const unreliable: UnreliableRecorder = {
    isDown: false,
    read: (reference) => recorder.read(reference),
    append: (reference, entries, stand) =>
      unreliable.isDown
        ? Promise.reject(new Error('The recorder is down'))
        : recorder.append(reference, entries, stand),
  };
  return unreliable;
}
