import { useEffect, useState } from 'react';
import { listsIn, type OutlineQuestion, type OutlineScript } from '../../study/instrument-edit/outline.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../ui/language.tsx';
import { type Holds, loadConditions, type PreviewData } from './conditions.ts';
import { useEditor } from './editor.ts';
import css from './preview.module.css';

type Language = 'sv' | 'en';
/** The wave's own texts, which the opening reads aloud. */
type Fields = Readonly<Record<string, string | undefined>>;

/** The question, or the words read aloud, as they stand on the interviewer's screen. */
export const Preview = ({
  language,
  fields,
  onLanguage,
}: {
  readonly language: Language;
  readonly fields: Fields;
  readonly onLanguage: (language: Language) => void;
}) => {
  const { instrument: words } = useWords();
  const { outline, shown } = useEditor();
  const question =
    shown.page === 'question'
      ? [...outline.sections.flatMap((section) => section.questions), ...outline.stray].find(
          ({ id }) => id === shown.id,
        )
      : outline.sections.find(({ id }) => 'id' in shown && id === shown.id)?.questions[0];
  const scripts =
    shown.page === 'opening' || shown.page === 'objections' || shown.page === 'closing'
      ? outline[shown.page]
      : shown.page === 'study'
        ? outline.opening
        : [];
  return (
    <section className={css.preview} aria-label={words.preview.title}>
      <div className={css.head}>
        <h2>{words.preview.title}</h2>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons in a row */}
        <div role="group" aria-label={words.preview.language} className={css.languages}>
          {(['sv', 'en'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={language === one} onClick={() => onLanguage(one)}>
              {words.field[one]}
            </button>
          ))}
        </div>
      </div>
      {question ? <Question key={question.id} question={question} language={language} /> : null}
      {scripts.map((part) => (
        <Script key={part.id} part={part} language={language} fields={fields} />
      ))}
    </section>
  );
};

const Script = ({
  part,
  language,
  fields,
}: {
  readonly part: OutlineScript;
  readonly language: Language;
  readonly fields: Fields;
}) => {
  const { instrument: words } = useWords();
  const text = part.text[language].replace(/\{([a-z_.]+)\}/g, (_, name: string) =>
    name === 'municipality' ? words.preview.municipality : fields[name.replace('wave.', '')]?.trim() || '…',
  );
  return (
    <article className={css.script} lang={language}>
      <h3>{part.title[language]}</h3>
      <p>{text}</p>
    </article>
  );
};

const Question = ({
  question,
  language,
}: {
  readonly question: OutlineQuestion;
  readonly language: Language;
}) => {
  const { instrument: words } = useWords();
  const { outline } = useEditor();
  const [data, setData] = useState<PreviewData>({});
  const [holds, setHolds] = useState<Holds | null>(null);
  useEffect(() => {
    let here = true;
    void loadConditions().then((loaded) => here && setHolds(() => loaded));
    return () => {
      here = false;
    };
  }, []);
  const lists = listsIn(outline);
  const isMany = (name: string): boolean => lists.find(({ list }) => list.name === name)?.list.many ?? false;
  const offered = (expression: string | null): boolean =>
    expression === null || (holds?.(expression, data, isMany) ?? false);
  const toggle = (name: string, value: string, many: boolean): void =>
    setData((all) => {
      const set = all[name] ?? [];
      const next = set.includes(value)
        ? set.filter((one) => one !== value)
        : many
          ? [...set, value]
          : [value];
      return { ...all, [name]: next };
    });
  const conditions = [question.notApplicableIf, ...question.probes.map(({ offeredIf }) => offeredIf)];
  // Lists of other questions that this one's conditions go by can be tried here too.
  const elsewhere = lists.filter(
    ({ list, question: owner }) =>
      owner.id !== question.id && conditions.some((one) => one?.includes(`{${list.name}}`)),
  );
  let key = 0;
  return (
    <article className={css.question} lang={language}>
      <p className={css.id}>{question.id.replace(/^A/, '')}</p>
      <p className={css.words}>{question.text[language] || '…'}</p>
      {question.instruction ? <p className={css.instruction}>{question.instruction[language]}</p> : null}
      {question.lists.map((list) => (
        <div key={list.name} className={css.codes}>
          {list.codes.map((code) => {
            key += 1;
            return (
              <button
                key={code.value}
                type="button"
                className={css.code}
                title={code.definition[language]}
                aria-pressed={data[list.name]?.includes(code.value) ?? false}
                onClick={() => toggle(list.name, code.value, list.many)}
              >
                <Kbd>{KEYS[key - 1] ?? ''}</Kbd>
                {code.text[language] || '…'}
              </button>
            );
          })}
        </div>
      ))}
      <p className={css.states}>
        <span>{words.preview.states.dont_know}</span>
        <span>{words.preview.states.refused}</span>
        <span data-off={!offered(question.notApplicableIf) || undefined}>
          {words.preview.states.not_applicable}
          {offered(question.notApplicableIf) ? '' : ` (${words.preview.notOffered})`}
        </span>
      </p>
      <p className={css.notes}>{words.preview.notes}</p>
      {question.probes.length > 0 ? (
        <>
          <h3>{words.preview.probes}</h3>
          <ul>
            {question.probes.map((probe) => (
              <li key={probe.id} data-off={!offered(probe.offeredIf) || undefined}>
                {probe.text[language] || '…'}
                {offered(probe.offeredIf) ? '' : ` (${words.preview.notOffered})`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {conditions.some((one) => one !== null) ? <p className={css.try}>{words.preview.tryIt}</p> : null}
      {elsewhere.map(({ list, question: owner }) => (
        <div key={list.name} className={css.codes}>
          <span className={css.id}>{owner.id.replace(/^A/, '')}</span>
          {list.codes.map((code) => (
            <button
              key={code.value}
              type="button"
              className={css.code}
              aria-pressed={data[list.name]?.includes(code.value) ?? false}
              onClick={() => toggle(list.name, code.value, list.many)}
            >
              {code.text[language]}
            </button>
          ))}
        </div>
      ))}
    </article>
  );
};

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '+'];
