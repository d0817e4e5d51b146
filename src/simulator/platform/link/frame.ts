import { Buffer } from 'node:buffer';

/** One frame of the long connection: protobuf, as the SDK's `pbbp2.Frame` has it. Only the fields in use. */
export interface Frame {
  service: number;
  /** 0 control (ping, pong), 1 data. */
  method: 0 | 1;
  headers: Record<string, string>;
  payload: Uint8Array;
}

const FIELD = { seqId: 1, logId: 2, service: 3, method: 4, header: 5, payload: 8 };
const HEADER = { key: 1, value: 2 };
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;

export function encodeFrame({ service, method, headers, payload }: Frame): Buffer {
  return Buffer.concat([
    // Required even when they are 0: the SDK refuses frames without them.
    number(FIELD.seqId, 0),
    number(FIELD.logId, 0),
    number(FIELD.service, service),
    number(FIELD.method, method),
    ...Object.entries(headers).map(([key, value]) =>
      bytes(
        FIELD.header,
        Buffer.concat([bytes(HEADER.key, Buffer.from(key)), bytes(HEADER.value, Buffer.from(value))]),
      ),
    ),
    bytes(FIELD.payload, payload),
  ]);
}

/** @throws RangeError when the bytes end too early. */
export function decodeFrame(data: Uint8Array): Frame {
  const frame: Frame = { service: 0, method: 0, headers: {}, payload: new Uint8Array() };
  const headers: [string, string][] = [];
  for (const { field, value } of fieldsIn(data)) {
    if (typeof value === 'number') {
      if (field === FIELD.service) frame.service = value;
      if (field === FIELD.method) frame.method = value === 1 ? 1 : 0;
    } else if (field === FIELD.payload) frame.payload = value;
    else if (field === FIELD.header) {
      const parts = new Map([...fieldsIn(value)].map((each) => [each.field, each.value]));
      headers.push([text(parts.get(HEADER.key)), text(parts.get(HEADER.value))]);
    }
  }
  // Entries, as a header may bear any name, `__proto__` too.
  return { ...frame, headers: Object.fromEntries(headers) };
}

function* fieldsIn(data: Uint8Array): Generator<{ field: number; value: number | Uint8Array }> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = data[at];
      if (byte === undefined) throw new RangeError('frame ends too early');
      at += 1;
      // Negative numbers take ten bytes; they lose their low digits here, but none of ours is negative.
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  while (at < data.length) {
    const tag = varint();
    const wire = tag & 7;
    const field = tag >>> 3;
    if (wire === VARINT) {
      yield { field, value: varint() };
      continue;
    }
    const length = wire === BYTES ? varint() : wire === FIXED64 ? 8 : 4;
    if (at + length > data.length) throw new RangeError('frame ends too early');
    const value = data.subarray(at, at + length);
    at += length;
    if (wire === BYTES) yield { field, value };
  }
}

function text(value: number | Uint8Array | undefined): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : '';
}

function number(field: number, value: number): Buffer {
  return Buffer.from([...varintOf(field * 8 + VARINT), ...varintOf(value)]);
}

function bytes(field: number, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([...varintOf(field * 8 + BYTES), ...varintOf(value.length)]), value]);
}

function varintOf(value: number): number[] {
  const out: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    out.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...out, rest];
}
