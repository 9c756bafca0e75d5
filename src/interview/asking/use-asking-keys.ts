import { answerOf, type InterviewDraft } from '../../study/draft.ts';
import { sectionOf, stepFrom } from '../../study/draft-areas.ts';
import { cycleQuote } from '../../study/draft-notes.ts';
import {
  questionsOf,
  toggleFlag,
  togglePreCode,
  toggleProbe,
  toggleState,
  toStage,
} from '../../study/draft-rules.ts';
import type { Question } from '../../study/instrument.ts';
import { useCommands } from '../../ui/commands.tsx';
import type { Command } from '../../ui/keys.ts';
import { useWords } from '../../ui/language.tsx';
import { useArmedKeys } from '../keys/use-armed-keys.ts';
import { focusObjections } from '../opening/objections.tsx';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import { useEndWord } from '../session/use-end-word.ts';
import { useAsking } from './asking.ts';
import { PRE_CODE_KEYS } from './pre-codes.tsx';
import { offeredProbes } from './side-panel.tsx';
import { useNotApplicable } from './state-row.tsx';

/** The page one writes on: of a question, an area or the end. */
const focusText = (): void => document.querySelector<HTMLTextAreaElement>('main textarea')?.focus();

type Change = (draft: InterviewDraft) => InterviewDraft;

/** Every key of the asking screen, once; outside a text they act at once, inside after Esc. */
export const useAskingKeys = (showGoTo: () => void) => {
  const { change, handle, instrument, leave, training } = useSession();
  const { survey, notes, goTo, inText, writeRemark } = useAsking();
  const { keys, training: spoken } = useWords().interview;
  const end = useEndWord();
  const hangUp = (): void => change((draft) => toStage(draft, 'notes'));
  const writing = useWriting();
  const place = useDraft((draft) => draft.position.question);
  const language = useDraft((draft) => draft.language);
  const question = questionsOf(instrument).find((candidate) => candidate.id === place);
  const area = sectionOf(instrument, place);
  const atEnd = place === instrument.closingNotes;
  const notApplicable = useNotApplicable(place);

  const step = (by: 1 | -1) => (): void => {
    const places = [...survey.open(), instrument.closingNotes];
    goTo(stepFrom(instrument, places, handle.draft.get().position.question, by));
  };
  const onQuestion = (key: string, label: string, apply: (id: string) => Change, on = true): Command => ({
    key,
    label,
    disabled: !on || !question || !writing,
    run: () => question && change(apply(question.id)),
  });
  const preCodes: readonly Command[] = (question?.preCodeLists ?? [])
    .flatMap((list) => list.preCodes.map((code) => ({ list, code })))
    .map(({ list, code }, index) => ({
      ...onQuestion(
        PRE_CODE_KEYS[index] ?? '',
        code.text[language],
        (id) => (draft) => togglePreCode(draft, id, list, code.value),
      ),
      quiet: true,
    }));
  const commands: Command[] = [
    ...preCodes,
    onQuestion('V', keys.dontKnow, (id) => (draft) => toggleState(draft, id, 'dont_know')),
    onQuestion('A', keys.refused, (id) => (draft) => toggleState(draft, id, 'refused')),
    onQuestion(
      'E',
      keys.notApplicable,
      (id) => (draft) => toggleState(draft, id, 'not_applicable'),
      notApplicable,
    ),
    onQuestion('F', keys.probe, () => nextProbe(question, (draft, q) => offeredProbes(survey, draft, q))),
    onQuestion('C', keys.quote, (id) => {
      const { selectionStart = 0, selectionEnd = 0 } = notes.current ?? {};
      return (draft) => cycleQuote(draft, id, selectionStart, selectionEnd);
    }),
    onQuestion('T', keys.flag, (id) => (draft) => toggleFlag(draft, id)),
    { key: 'N', label: keys.next, run: step(1) },
    { key: 'P', label: keys.previous, run: step(-1) },
    { key: 'G', label: keys.goTo, run: showGoTo },
    { key: 'H', label: keys.area, disabled: !area, run: () => area && goTo(area.id) },
    { key: 'I', label: keys.objection, run: focusObjections },
    { key: 'L', label: keys.remark, disabled: !writing, run: () => writeRemark(place) },
  ];
  if (training) commands.push({ key: 'R', label: spoken.next, run: () => training.speak(place) });
  const outside: readonly Command[] = [
    { key: 'J', label: keys.next, run: step(1), quiet: true, repeats: true },
    { key: 'K', label: keys.previous, run: step(-1), quiet: true, repeats: true },
    { key: 'Enter', label: keys.write, run: focusText },
    atEnd
      ? { key: 'Ctrl+Enter', label: end, disabled: !writing, run: hangUp }
      : { key: 'Ctrl+Enter', label: keys.done, run: step(1) },
    { label: keys.end, run: () => goTo(instrument.closingNotes) },
    {
      label: keys.language,
      run: () => change((d) => ({ ...d, language: d.language === 'sv' ? 'en' : 'sv' })),
    },
    { label: keys.later, run: leave },
  ];
  useCommands(keys.title, [...commands, ...outside]);
  const armedKeys = useArmedKeys(commands, () => {
    inText.current = false;
  });

  return { ...armedKeys, next: atEnd ? hangUp : step(1), end: () => goTo(instrument.closingNotes) };
};

/** F says the next one is being asked: the first on offer that was not used yet. */
const nextProbe =
  (
    question: Question | undefined,
    offered: (draft: InterviewDraft, q: Question) => readonly { readonly id: string }[],
  ): Change =>
  (draft) => {
    if (!question) return draft;
    const used = answerOf(draft, question.id).probes;
    const next = offered(draft, question).find((probe) => !used.includes(probe.id));
    return next ? toggleProbe(draft, question.id, next.id) : draft;
  };
