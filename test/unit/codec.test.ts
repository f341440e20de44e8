import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  defaultPayloadConverter,
  type Payload,
  type SerializationContext,
} from '@temporalio/common';
import { readSettings } from '../../settings';
import { encryptionCodec } from '../../temporal/codec';
import { payloadKeys } from '../../temporal/payload-keys';

const keyNamed = (id: string, byte: number) => ({
  id,
  secret: Buffer.alloc(32, byte).toString('base64'),
});
const [first, second] = [keyNamed('first', 1), keyNamed('second', 2)];
const codec = encryptionCodec([first]);
const place: SerializationContext = {
  type: 'workflow',
  namespace: 'default',
  workflowId: 'incident/SI-2026-AAAA',
};
const values = [{ harm: 'seriously-harmed' }, 'text', undefined, null, new Uint8Array([1, 2])];
const toPayloads = () => values.map((value) => defaultPayloadConverter.toPayload(value));

function changed(payload: Payload, byte: number): Payload {
  const data = Buffer.from(payload.data ?? []);
  data.writeUInt8(data.readUInt8(byte) ^ 1, byte);
  return { ...payload, data };
}

describe('the payload codec', () => {
  it('gives back what it was given', async () => {
    const decoded = await codec.decode(await codec.encode(toPayloads(), place), place);
    expect(decoded.map((payload) => defaultPayloadConverter.fromPayload(payload))).toEqual(values);
  });

  it('binds all sweeps together: a Schedule may hand each the result of the one before', async () => {
    const sweepAt = (moment: string) => ({ ...place, workflowId: `sweep-${moment}` });
    const encoded = await codec.encode(toPayloads(), sweepAt('2026-11-24T10:00:00Z'));
    const decoded = await codec.decode(encoded, sweepAt('2026-11-24T10:10:00Z'));
    expect(decoded.map((payload) => defaultPayloadConverter.fromPayload(payload))).toEqual(values);
    await expect(codec.decode(encoded, place)).rejects.toThrow(/does not decrypt/);
  });

  it('shows nothing but the algorithm and the key id', async () => {
    const [payload] = await codec.encode(toPayloads(), place);
    expect(Buffer.from(payload?.data ?? []).toString('latin1')).not.toMatch(/harm|json/);
    const metadata = Object.entries(payload?.metadata ?? {});
    expect(metadata.map(([name, value]) => [name, Buffer.from(value).toString()])).toEqual([
      ['encoding', 'binary/encrypted'],
      ['encryption-cipher', 'aes-256-gcm'],
      ['encryption-key-id', 'first'],
    ]);
  });

  it('encrypts the same value differently each time', async () => {
    const [one, other] = await Promise.all([
      codec.encode(toPayloads()),
      codec.encode(toPayloads()),
    ]);
    expect(one).not.toEqual(other);
  });

  test.each<[string, SerializationContext | undefined]>([
    ['another workflow', { ...place, workflowId: 'incident/SI-2026-BBBB' }],
    ['another namespace', { ...place, namespace: 'other' }],
    ['no workflow', undefined],
  ])('does not decrypt in %s', async (_, elsewhere) => {
    const encoded = await codec.encode(toPayloads(), place);
    await expect(codec.decode(encoded, elsewhere)).rejects.toThrow('does not decrypt');
  });

  it('decrypts for an activity of the same workflow', async () => {
    const encoded = await codec.encode(toPayloads(), {
      ...place,
      type: 'activity',
      isLocal: false,
    });
    await expect(codec.decode(encoded, place)).resolves.toHaveLength(values.length);
  });

  it('refuses plaintext', async () => {
    await expect(codec.decode(toPayloads(), place)).rejects.toThrow('not encrypted');
  });

  test.each([0, 12, 30])('refuses a payload with byte %i changed', async (byte) => {
    const [payload] = await codec.encode(toPayloads(), place);
    const tampered = changed(payload ?? {}, byte);
    await expect(codec.decode([tampered], place)).rejects.toThrow('tampered');
  });

  it('refuses a payload cut short', async () => {
    const [payload] = await codec.encode(toPayloads(), place);
    const cut = { ...payload, data: payload?.data?.subarray(0, 20) ?? null };
    await expect(codec.decode([cut], place)).rejects.toThrow('tampered');
  });

  it('reads what an older key wrote, and writes with the first', async () => {
    const encoded = await codec.encode(toPayloads(), place);
    const rotated = encryptionCodec([second, first]);
    await expect(rotated.decode(encoded, place)).resolves.toHaveLength(values.length);
    await expect(codec.decode(await rotated.encode(toPayloads(), place), place)).rejects.toThrow(
      'No payload key named "second"',
    );
  });

  it('needs a key', () => {
    expect(() => encryptionCodec([])).toThrow('At least one');
  });
});

describe('the key in the data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notifiable-key-'));
  const settings = readSettings({ NOTIFIABLE_DATA: join(folder, 'data') });
  const file = join(folder, 'data', 'payload-key');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner only', () => {
    const [made] = payloadKeys(settings);
    expect(Buffer.from(made?.secret ?? '', 'base64')).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(payloadKeys(settings)).toEqual([made]);
  });

  it('is not made when one is configured', () => {
    const configured = { ...settings, payloadKeys: [first], dataFolder: join(folder, 'none') };
    expect(payloadKeys(configured)).toEqual([first]);
    expect(() => statSync(configured.dataFolder)).toThrow();
  });

  it('is never replaced when it does not read', () => {
    writeFileSync(file, 'spoiled');
    expect(() => payloadKeys(settings)).toThrow('put it back');
  });
});
