/**
 * The line (from 1) on which the value at a JSON Pointer begins; of the nearest part around it where it is missing.
 * `text` must be valid JSON. Walks the text once, keeping the path of where it is.
 */
export const lineOf = (text: string, pointer: string): number => {
  const wanted = pointer.split('/').slice(1);
  /** Path of the value that comes next. */
  const path: string[] = [];
  let best = { depth: 0, index: text.search(/\S/) };
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;
  /** One entry for each open part: index of the next member of a list, or null for an object. */
  const open: (number | null)[] = [];
  let key = true;
  const value = (index: number) => {
    if (
      path.length > best.depth &&
      path.length <= wanted.length &&
      path.every((step, at) => step === wanted[at])
    ) {
      best = { depth: path.length, index };
    }
  };
  for (const match of text.matchAll(tokens)) {
    const token = match[0];
    const inside = open.at(-1);
    if (token === '}' || token === ']') {
      open.pop();
      path.pop();
      key = false;
    } else if (token === ',') {
      path.pop();
      if (typeof inside === 'number') {
        open[open.length - 1] = inside + 1;
        path.push(String(inside + 1));
      } else key = true;
    } else if (token === ':') key = false;
    else if (key && inside === null) path.push(escaped(JSON.parse(token)));
    else {
      value(match.index);
      if (token === '{') {
        open.push(null);
        key = true;
      } else if (token === '[') {
        open.push(0);
        path.push('0');
      }
    }
  }
  return text.slice(0, Math.max(0, best.index)).split('\n').length;
};

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * The line (from 1) on which a text stops being JSON. Runtimes differ in whether their message says so; but cut before
 * the fault a text only ends too early, so halving finds the first line that brings another complaint.
 */
export const lineOfFault = (text: string): number => {
  const lines = text.split('\n');
  let sound = 0;
  let faulty = lines.length;
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (endsTooEarly(lines.slice(0, middle).join('\n'))) sound = middle;
    else faulty = middle;
  }
  return faulty;
};

const endsTooEarly = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    return /end of JSON/.test(message) || (position !== undefined && Number(position) >= text.length);
  }
};
