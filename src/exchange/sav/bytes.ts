/** A growing run of bytes, little-endian, as SPSS wants them. */
export interface ByteWriter {
  readonly int32: (...values: readonly number[]) => void;
  readonly float64: (value: number) => void;
  readonly byte: (value: number) => void;
  readonly bytes: (value: Uint8Array) => void;
  /** As UTF-8, cut or filled with spaces to exactly so many bytes. */
  readonly padded: (text: string, length: number) => void;
  readonly length: () => number;
  /** What was written since it was last taken. */
  readonly take: () => Uint8Array;
}

const encoder = new TextEncoder();
const SPACE = 0x20;

/** At most so many bytes of UTF-8, never a part of a character. */
export const utf8Within = (text: string, most: number): Uint8Array => {
  const whole = encoder.encode(text);
  if (whole.length <= most) return whole;
  let end = most;
  while (end > 0 && ((whole[end] ?? 0) & 0xc0) === 0x80) end--;
  return whole.subarray(0, end);
};

export const byteWriter = (): ByteWriter => {
  let buffer = new Uint8Array(65_536);
  let view = new DataView(buffer.buffer);
  let at = 0;
  const room = (count: number): void => {
    if (at + count <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, at + count));
    larger.set(buffer.subarray(0, at));
    buffer = larger;
    view = new DataView(buffer.buffer);
  };
  const bytes = (value: Uint8Array): void => {
    room(value.length);
    buffer.set(value, at);
    at += value.length;
  };
  return {
    bytes,
    int32: (...values) => {
      room(values.length * 4);
      for (const value of values) {
        view.setInt32(at, value, true);
        at += 4;
      }
    },
    float64: (value) => {
      room(8);
      view.setFloat64(at, value, true);
      at += 8;
    },
    byte: (value) => {
      room(1);
      buffer[at] = value;
      at++;
    },
    padded: (text, length) => {
      const cut = utf8Within(text, length);
      bytes(cut);
      room(length - cut.length);
      buffer.fill(SPACE, at, at + length - cut.length);
      at += length - cut.length;
    },
    length: () => at,
    take: () => {
      const taken = buffer.slice(0, at);
      at = 0;
      return taken;
    },
  };
};
