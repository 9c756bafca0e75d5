/**
 * How a program counted positions. The standard says Unicode code points, end exclusive; programs differ in what a line
 * end is worth, and some count UTF-16 units or a byte order mark. Ours is always: code points of the text with LF.
 */
export interface Counting {
  readonly unit: 'code_point' | 'utf16';
  /** What CR LF counts for. */
  readonly crlf: 1 | 2;
  /** What a bare LF counts for: XML turns CR LF into LF, so the writer may have counted two. */
  readonly lf: 1 | 2;
  readonly mark: 0 | 1;
}

/** The text as we keep it: LF, no byte order mark. */
export const cleanText = (raw: string): string => raw.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');

export interface Positions {
  /** null where the position lies outside the text. */
  readonly at: (position: number) => number | null;
}

const PLAIN = /^[^\r\n\uD800-\uDFFF\uFEFF]*$/;

/** Where a foreign position lies in the clean text, in code points. */
export const positionsIn = (raw: string, counting: Counting): Positions => {
  if (PLAIN.test(raw))
    return { at: (position) => (position >= 0 && position <= raw.length ? position : null) };
  const map: number[] = [];
  let clean = 0;
  const step = (worth: number): void => {
    for (let part = 0; part < worth; part++) map.push(clean);
    clean++;
  };
  const marked = raw.startsWith('\uFEFF');
  if (marked && counting.mark === 1) map.push(0);
  const points = [...(marked ? raw.slice(1) : raw)];
  for (let at = 0; at < points.length; at++) {
    const point = points[at] ?? '';
    if (point === '\r' && points[at + 1] === '\n') {
      step(counting.crlf);
      at++;
    } else if (point === '\n') step(counting.lf);
    else step(counting.unit === 'utf16' ? point.length : 1);
  }
  map.push(clean);
  return { at: (position) => map[position] ?? null };
};

/** ATLAS.ti counts a line end as one; the others seen count what stands in the file. */
export const usualCounting = (origin: string): Counting => ({
  unit: 'code_point',
  crlf: /atlas/i.test(origin) ? 1 : 2,
  lf: 1,
  mark: 0,
});

/** A passage whose name quotes it, as most programs write it: evidence of how its positions were counted. */
export interface NamedPassage {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

const SHORTEST_NAME = 4;
/** Enough to decide by; all of a large project would take long and say the same. */
const MOST_PASSAGES = 2_000;

/**
 * The usual counting of the origin, unless another makes more passages say what their names quote. Null instead of a
 * counting is never given: without evidence the usual one stands.
 */
export const countingOf = (origin: string, passages: Iterable<NamedPassage>): Counting => {
  const telling: NamedPassage[] = [];
  for (const passage of passages) {
    if (telling.length >= MOST_PASSAGES) break;
    if (!PLAIN.test(passage.raw) && quoteOf(passage.name).length >= SHORTEST_NAME) telling.push(passage);
  }
  const usual = usualCounting(origin);
  if (telling.length === 0) return usual;
  const texts = new Map<string, readonly string[]>();
  const pointsOf = (raw: string): readonly string[] => {
    const points = texts.get(raw) ?? [...cleanText(raw)];
    texts.set(raw, points);
    return points;
  };
  const hits = (counting: Counting): number => {
    const maps = new Map<string, Positions>();
    return telling.filter((passage) => {
      const map = maps.get(passage.raw) ?? positionsIn(passage.raw, counting);
      maps.set(passage.raw, map);
      const start = map.at(passage.start);
      const end = map.at(passage.end);
      if (start === null || end === null) return false;
      return squeezed(pointsOf(passage.raw).slice(start, end).join('')).startsWith(quoteOf(passage.name));
    }).length;
  };
  let best = usual;
  let most = hits(usual);
  for (const other of OTHERS) {
    const found = hits(other);
    if (found > most) [best, most] = [other, found];
  }
  return best;
};

const OTHERS: readonly Counting[] = (['code_point', 'utf16'] as const).flatMap((unit) =>
  ([1, 2] as const).flatMap((crlf) =>
    ([1, 2] as const).flatMap((lf) => ([0, 1] as const).map((mark) => ({ unit, crlf, lf, mark }))),
  ),
);

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
/** Long passages are cut in names, with or without dots. */
const quoteOf = (name: string): string => squeezed(name).replace(/\s*(…|\.\.\.)$/, '');
