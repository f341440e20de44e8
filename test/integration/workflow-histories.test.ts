import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { bundleWorkflowCode, Worker, type InjectedSinks } from '@temporalio/worker';
import { readSettings } from '../../settings';
import { encryptionCodec } from '../../temporal/codec';
import { dataConverter, failureConverterPath } from '../../temporal/data-converter';
import { installLog } from '../../workers/log';
import {
  goldenKey,
  goldenNames,
  readGolden,
  type EncodedPayload,
  type GoldenRun,
} from '../support/golden';
import type { WatchSinks } from '../support/timer-watch';

const settings = readSettings({ NOTIFIABLE_PAYLOAD_KEY: goldenKey });
const saved = goldenNames().flatMap((name) => {
  const { workflowId, runs } = readGolden(name);
  return runs.map((run, index) => ({ name: `${name}, run ${index + 1}`, workflowId, run }));
});

let workflowBundle: { code: string };

beforeAll(async () => {
  installLog('fatal');
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: require.resolve('../../workflows'),
    workflowInterceptorModules: [require.resolve('../support/timer-watch')],
    failureConverterPath,
  });
});

/** Runs the present workflow code over a saved history, and notes what it does. */
async function replay(history: GoldenRun, workflowId: string) {
  const timers: number[] = [];
  let ended: unknown = null;
  const sinks: InjectedSinks<WatchSinks> = {
    watch: {
      timer: { fn: (_, ms) => void timers.push(ms), callDuringReplay: true },
      ended: { fn: (_, record) => void (ended = record), callDuringReplay: true },
    },
  };
  const options = { workflowBundle, dataConverter: dataConverter(settings), sinks };
  const errors: (Error | undefined)[] = [];
  for await (const { error } of Worker.runReplayHistories(options, [{ workflowId, history }])) {
    errors.push(error);
  }
  return { errors, timers, ended };
}

/** Milliseconds, to within half a second: a replay's clock differs a little inside a task. */
const near = (seconds: string): unknown => expect.closeTo(Number.parseFloat(seconds) * 1000, -3);

const timersIn = ({ events }: GoldenRun): unknown[] =>
  events.flatMap(({ timerStartedEventAttributes: started }) =>
    started ? [near(started.startToFireTimeout)] : [],
  );

/** The record that the run ended with, or handed to the next. */
async function recordIn({ events }: GoldenRun, workflowId: string): Promise<unknown> {
  const last = events.at(-1);
  const payloads =
    last?.workflowExecutionCompletedEventAttributes?.result?.payloads ??
    last?.workflowExecutionContinuedAsNewEventAttributes?.input?.payloads ??
    [];
  const context = { type: 'workflow', namespace: 'default', workflowId } as const;
  const codec = encryptionCodec(settings.payloadKeys);
  const [payload] = await codec.decode(payloads.map(fromJson), context);
  return payload && defaultPayloadConverter.fromPayload(payload);
}

const fromJson = ({ metadata, data }: EncodedPayload): Payload => ({
  metadata: Object.fromEntries(
    Object.entries(metadata).map(([key, value]) => [key, Buffer.from(value, 'base64')]),
  ),
  data: Buffer.from(data, 'base64'),
});

describe('the present workflow code over a saved history', () => {
  it.each(saved)('replays $name with the same timers and the same record', async (one) => {
    const { errors, timers, ended } = await replay(one.run, one.workflowId);
    expect(errors).toEqual([undefined]);
    expect(timers).toEqual(timersIn(one.run));
    expect(ended).toEqual(await recordIn(one.run, one.workflowId));
  });

  it('is found out when a timer would be other than it was', async () => {
    const [one] = saved;
    const events = one?.run.events.map((event) =>
      event.timerStartedEventAttributes
        ? { ...event, timerStartedEventAttributes: { startToFireTimeout: '1s', timerId: '1' } }
        : event,
    );
    const { timers } = await replay({ events: events ?? [] }, one?.workflowId ?? '');
    expect(timers).not.toEqual(timersIn({ events: events ?? [] }));
  });

  it('has a history for every shape: runs that ended, and runs that went on in a new one', () => {
    const ends = saved.map(({ run }) => Object.keys(run.events.at(-1) ?? {}).at(-1));
    expect(new Set(ends)).toEqual(
      new Set([
        'workflowExecutionCompletedEventAttributes',
        'workflowExecutionContinuedAsNewEventAttributes',
      ]),
    );
  });
});
