export const rivalQueue = 'bench';
