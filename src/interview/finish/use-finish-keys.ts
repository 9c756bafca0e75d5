import { cycleQuote } from '../../study/draft-notes.ts';
import { toggleState, toStage } from '../../study/draft-rules.ts';
import { useCommands } from '../../ui/commands.tsx';
import type { Command } from '../../ui/keys.ts';
import { useWords } from '../../ui/language.tsx';
import { useArmedKeys } from '../keys/use-armed-keys.ts';
import { useSession, useWriting } from '../session/session.ts';
import { useCompleteness } from '../session/use-completeness.ts';

const fields = (): readonly HTMLTextAreaElement[] => [
  ...document.querySelectorAll<HTMLTextAreaElement>('main textarea'),
];

/** The field one writes in, and its question; keys mean this one. */
const current = (): { readonly field: HTMLTextAreaElement; readonly question: string } | null => {
  const field = document.activeElement;
  const question = field instanceof HTMLTextAreaElement ? field.dataset.question : undefined;
  return field instanceof HTMLTextAreaElement && question !== undefined ? { field, question } : null;
};

export const useFinishKeys = () => {
  const { change } = useSession();
  const { interview } = useWords();
  const writing = useWriting();
  const ready = useCompleteness() !== 'breakoff' && writing;
  const move = (by: 1 | -1): void => {
    const all = fields();
    const at = [...all].map((field): Element => field).indexOf(document.activeElement ?? document.body);
    all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };
  const here = (
    key: string,
    label: string,
    run: (found: NonNullable<ReturnType<typeof current>>) => void,
  ): Command => ({
    key,
    label,
    disabled: !writing,
    run: () => {
      const found = current();
      if (found) run(found);
    },
  });
  const commands: readonly Command[] = [
    here('V', interview.keys.dontKnow, ({ question }) =>
      change((draft) => toggleState(draft, question, 'dont_know')),
    ),
    here('A', interview.keys.refused, ({ question }) =>
      change((draft) => toggleState(draft, question, 'refused')),
    ),
    here('C', interview.keys.quote, ({ field, question }) => {
      const { selectionStart, selectionEnd } = field;
      change((draft) => cycleQuote(draft, question, selectionStart, selectionEnd));
    }),
    { key: 'N', label: interview.keys.next, run: () => move(1) },
    { key: 'P', label: interview.keys.previous, run: () => move(-1) },
  ];
  useCommands(interview.finish.title, [
    ...commands,
    { key: 'J', label: interview.keys.next, run: () => move(1), quiet: true },
    { key: 'K', label: interview.keys.previous, run: () => move(-1), quiet: true },
    {
      key: 'Ctrl+Enter',
      label: interview.finish.next,
      disabled: !ready,
      run: () => change((draft) => toStage(draft, 'masking')),
    },
  ]);
  return useArmedKeys(commands);
};
