const FIRST =
  'Björk Al Lind Ek Tall Gran Ask Rönn Hassel Äng Sten Sjö Hed Dal Berg Kvarn Lund Vik Ström Skog'.split(' ');
const LAST = 'fallet vallen nässet mossen tjärn backa holmen sätra gärdet viksås'.split(' ');

/** Names are joined from parts so that none is the name of a real municipality (a test compares). */
export const nameOf = (number: number): string => {
  const first = FIRST[number % FIRST.length] ?? '';
  const last = LAST[Math.floor(number / FIRST.length) % LAST.length] ?? ''; // 7 and 200 share no factor
  const again = Math.floor(number / 7 / (FIRST.length * LAST.length));
  const joined = first.endsWith(last.charAt(0)) ? first.slice(0, -1) + last : first + last;
  return `${joined}${again === 0 ? '' : ` ${again + 1}`} (påhittad)`;
};
