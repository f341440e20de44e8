'use strict';
// Loaded before the built worker, in its main thread and in that of the workflows. Asked by a
// message, both throw away what nothing refers to any more, and the process answers the bytes that
// their heaps then have in use, buffers outside them included.
const { getHeapStatistics } = require('node:v8');
const { BroadcastChannel, isMainThread } = require('node:worker_threads');

const otherThread = new BroadcastChannel('collect');

function collect() {
  globalThis.gc();
  const { used_heap_size: inside, external_memory: outside } = getHeapStatistics();
  return inside + outside;
}

if (isMainThread) {
  process.on('message', () => otherThread.postMessage('collect'));
  otherThread.onmessage = ({ data: there }) => process.send(collect() + there);
} else {
  otherThread.onmessage = () => otherThread.postMessage(collect());
}
