import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  proxyActivities,
  setHandler,
  sleep,
  upsertMemo,
} from '@temporalio/workflow';

export const ask = defineQuery<string>('ask');
export const tell = defineUpdate<string, [string]>('tell');
export const hint = defineSignal<[string]>('hint');
export const finish = defineSignal('finish');

const { echo } = proxyActivities<{ echo(text: string): Promise<string> }>({
  startToCloseTimeout: '10s',
  retry: { maximumAttempts: 1 },
  summary: 'secret summary',
});

/** Carries a secret over every way that a payload can go. */
export async function carrySecrets(secret: string, isSecondRun = false): Promise<string> {
  const heard: string[] = [];
  let isOver = false;
  setHandler(ask, () => `${secret} ${heard.join()}`);
  setHandler(hint, (text) => void heard.push(text));
  setHandler(finish, () => void (isOver = true));
  setHandler(tell, async (text) => {
    if (text.includes('refuse')) throw ApplicationFailure.nonRetryable(`secret refusal of ${text}`);
    return echo(text);
  });
  upsertMemo({ note: secret });
  await sleep(1, { summary: 'secret timer' });
  await condition(() => isOver);
  await condition(allHandlersFinished);
  if (!isSecondRun) return continueAsNew<typeof carrySecrets>(secret, true);
  throw ApplicationFailure.nonRetryable('secret failure', 'Type', 'secret detail');
}
