import type { FindKind } from '../../masking/types.ts';
import type { Command } from '../../ui/keys.ts';
import type { Words } from '../../words/index.ts';
import type { Focus, Step, Stretch } from './step.ts';
import type { Review } from './use-review.ts';
import { growWord, moveWord, shrinkWord, wordsOf } from './words-of.ts';

/** What can be marked by hand, in the order of its keys. */
const HAND_KINDS: readonly FindKind[] = [
  'person',
  'municipality',
  'place',
  'supplier',
  'product',
  'cooperation',
  'incident',
  'count',
  'distinction',
  'security_detail',
];
const DIGITS = '1234567890';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A choice on the card: a command with its key; the first is what Enter does. */
export type Choice = Command & { readonly key: string };

const choice = (key: string, label: string, run: () => void): Choice => ({ key, label, run, quiet: true });

/** The choices of the card that stands, which are also the keys that act. */
export const choicesOf = (
  step: Step,
  { act, setFocus }: Pick<Review, 'act' | 'setFocus'>,
  words: Words['masking'],
  reword: (id: string) => void,
): readonly Choice[] => {
  const close = (): void => setFocus({ kind: 'none' });
  const stretchFrom = (stretch: Stretch): void => setFocus({ kind: 'stretch', stretch });
  switch (step.kind) {
    case 'accept':
      return [
        choice('Enter', step.count === 0 ? words.accept.yesNothing : words.accept.yes, () => act.accept()),
      ];
    case 'refused':
      return [
        choice('Enter', words.refused.mask, () => act.maskRefused(step.span)),
        choice('R', words.refused.reword, () => reword(step.span.in)),
      ];
    case 'question': {
      const { key, placeholder, kind, places } = step.question;
      const [first] = places;
      return [
        choice('Enter', words.question.mask(placeholder), () => act.decide(key, 'mask')),
        choice('B', kind === 'security_detail' ? words.question.keepDetail : words.question.keep, () =>
          act.decide(key, 'keep'),
        ),
        ...(places.length > 1
          ? places
              .filter((place) => place.status === 'open')
              .slice(0, 1)
              .map((place) => choice('H', words.question.keepHere, () => act.judgeHere(place, 'keep')))
          : []),
        ...(first
          ? [
              choice('U', words.question.extend, () =>
                stretchFrom({ in: first.in, start: first.start, end: first.end, extends: first }),
              ),
            ]
          : []),
      ];
    }
    case 'chosen': {
      const { span } = step;
      const one = span.question === '';
      return span.status === 'masked'
        ? [
            choice('B', words.chosen.keep, () => act.judge(span, 'keep')),
            ...(one ? [] : [choice('H', words.chosen.keepHere, () => act.judgeHere(span, 'keep'))]),
            choice('U', words.question.extend, () =>
              stretchFrom({ in: span.in, start: span.start, end: span.end, extends: span }),
            ),
            choice('Escape', words.chosen.close, close),
          ]
        : [
            choice('Enter', words.chosen.mask(span.placeholder), () => act.judge(span, 'mask')),
            ...(one ? [] : [choice('H', words.chosen.maskHere, () => act.judgeHere(span, 'mask'))]),
            choice('Escape', words.chosen.close, close),
          ];
    }
    case 'stretch':
      return [
        step.stretch.extends
          ? choice('Enter', words.stretch.apply(step.stretch.extends.placeholder), () =>
              act.extend(step.stretch),
            )
          : choice('Enter', words.stretch.next, () => setFocus({ kind: 'kind', stretch: step.stretch })),
        choice('Escape', words.stretch.cancel, close),
      ];
    case 'kind':
      return [
        ...HAND_KINDS.map((kind, index) =>
          choice(DIGITS[index] ?? '', capital(words.is[kind]), () => act.mark(step.stretch, kind)),
        ),
        choice('Escape', words.stretch.cancel, () => stretchFrom(step.stretch)),
      ];
    case 'done':
      return [];
  }
};

/** Arrow keys while a stretch is chosen. */
export const arrowsOf = (
  stretch: Stretch,
  setFocus: (focus: Focus) => void,
  text: string,
): readonly Command[] => {
  const arrow = (key: string, next: () => { readonly start: number; readonly end: number }): Command => ({
    key,
    label: key,
    quiet: true,
    repeats: true,
    run: () => setFocus({ kind: 'stretch', stretch: { ...stretch, ...next() } }),
  });
  const least = stretch.extends;
  return [
    arrow('Shift+ArrowLeft', () =>
      least ? shrinkWord(text, stretch, 'right', least) : shrinkWord(text, stretch, 'right', null),
    ),
    arrow('Shift+ArrowRight', () =>
      least ? shrinkWord(text, stretch, 'left', least) : growWord(text, stretch, 'right'),
    ),
    arrow('ArrowLeft', () => (least ? growWord(text, stretch, 'left') : moveWord(text, stretch, 'left'))),
    arrow('ArrowRight', () => (least ? growWord(text, stretch, 'right') : moveWord(text, stretch, 'right'))),
  ];
};

/** The first word of a text, where marking by hand begins. */
export const firstWord = (id: string, text: string): Stretch | null => {
  const [word] = wordsOf(text);
  return word ? { in: id, ...word, extends: null } : null;
};
