import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * A screenshot holds few colours beside the shades at the edges of letters: written with a palette of 256 it looks the
 * same and takes a third. Reads what Chromium writes: 8 bits a channel, not interlaced.
 */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Image {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB a pixel. */
  readonly pixels: Uint32Array;
}

const chunksOf = (png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] => {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
};

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** Undoes the filter of each row, in place; the filter's byte stands before the row. */
const unfilter = (raw: Buffer, rowLength: number, step: number): void => {
  for (let row = 0; row < raw.length; row += rowLength + 1) {
    const filter = raw[row];
    for (let n = 1; n <= rowLength; n++) {
      const left = n > step ? (raw[row + n - step] ?? 0) : 0;
      const up = row > 0 ? (raw[row + n - rowLength - 1] ?? 0) : 0;
      const corner = row > 0 && n > step ? (raw[row + n - rowLength - 1 - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      raw[row + n] = ((raw[row + n] ?? 0) + guess) & 255;
    }
  }
};

const decode = (png: Buffer): Image => {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  const [width = 0, height = 0] = head ? [head.readUInt32BE(0), head.readUInt32BE(4)] : [];
  const step = { 2: 3, 6: 4 }[head?.[9] ?? 0];
  if (step === undefined || head?.[8] !== 8 || head[12] !== 0)
    throw new Error('not a PNG as Chromium writes');
  const raw = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  unfilter(raw, width * step, step);
  const pixels = new Uint32Array(width * height);
  for (let y = 0, out = 0; y < height; y++)
    for (let x = 0, at = y * (width * step + 1) + 1; x < width; x++, at += step)
      pixels[out++] = raw.readUIntBE(at, 3);
  return { width, height, pixels };
};

const distance = (a: number, b: number): number =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

/** Two colours nearer than this share a place in the palette: four steps in each channel. */
const NEAR = 3 * 4 ** 2;

/** The most used colours as they are, none for two that look alike; each other one as the nearest of these. */
const quantise = (
  pixels: Uint32Array,
): { readonly palette: readonly number[]; readonly index: Map<number, number> } => {
  const uses = new Map<number, number>();
  for (const pixel of pixels) uses.set(pixel, (uses.get(pixel) ?? 0) + 1);
  const colours = [...uses].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette: number[] = [];
  const index = new Map<number, number>();
  for (const colour of colours) {
    let best = -1;
    palette.forEach((candidate, at) => {
      if (distance(candidate, colour) < distance(palette[best] ?? Number.NaN, colour) || best < 0) best = at;
    });
    const apart = best < 0 || distance(palette[best] ?? 0, colour) > NEAR;
    if (apart && palette.length < 256) best = palette.push(colour) - 1;
    index.set(colour, best);
  }
  return { palette, index };
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

export const toPalettePng = (png: Buffer): Buffer => {
  const { width, height, pixels } = decode(png);
  const { palette, index } = quantise(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < pixels.length; at++)
    rows[at + Math.floor(at / width) + 1] = index.get(pixels[at] ?? 0) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, at) => {
    colours.writeUIntBE(colour, at * 3, 3);
  });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
