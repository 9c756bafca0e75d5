import { put } from '../../study/instrument-edit/json-path.ts';
import { addCode, addList, nameCode, setMany } from '../../study/instrument-edit/operations.ts';
import type { OutlineCode, OutlineList, OutlineQuestion } from '../../study/instrument-edit/outline.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { BothField } from './both-field.tsx';
import { useEditor } from './editor.ts';
import css from './form.module.css';
import { MemberTools } from './member-tools.tsx';

export const CodesPart = ({ question }: { readonly question: OutlineQuestion }) => {
  const { instrument: words } = useWords();
  const { definition, apply, taken, readOnly } = useEditor();
  return (
    <section className={css.part}>
      <h2>{words.codes.title}</h2>
      <p className={css.hint}>{words.codes.hint}</p>
      {question.lists.map((list, index) => (
        <List key={list.name} list={list} number={index + 1} several={question.lists.length > 1} />
      ))}
      {readOnly ? null : (
        <Button onClick={() => apply(addList(definition, Number(question.path[1]), taken))}>
          {words.codes.addList}
        </Button>
      )}
    </section>
  );
};

const List = ({
  list,
  number,
  several,
}: {
  readonly list: OutlineList;
  readonly number: number;
  readonly several: boolean;
}) => {
  const { instrument: words } = useWords();
  const { definition, apply, taken, readOnly } = useEditor();
  return (
    <div className={css.list}>
      <div className={css.memberHead}>
        <select
          className={css.select}
          aria-label={`${words.codes.howMany}, ${words.codes.list(number)}`}
          value={list.many ? 'many' : 'one'}
          disabled={readOnly}
          onChange={(event) => apply(setMany(definition, list.path, event.target.value === 'many'))}
        >
          <option value="many">{words.codes.many}</option>
          <option value="one">{words.codes.one}</option>
        </select>
        <MemberTools path={list.path} what={words.codes.list(number)} />
      </div>
      {several || list.title ? (
        <div className={css.row}>
          <BothField
            quiet
            optional
            label={words.codes.heading}
            path={[...list.path, 'title']}
            swedish="default"
          />
          <span className={css.icons} />
        </div>
      ) : null}
      <ol className={css.members}>
        {list.codes.map((code, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: its value is made while it is typed in
          <Code key={index} code={code} number={index + 1} many={list.many} />
        ))}
      </ol>
      {readOnly ? null : (
        <Button variant="quiet" onClick={() => apply(addCode(definition, list.path, taken))}>
          {words.codes.add}
        </Button>
      )}
    </div>
  );
};

const Code = ({
  code,
  number,
  many,
}: {
  readonly code: OutlineCode;
  readonly number: number;
  readonly many: boolean;
}) => {
  const { instrument: words } = useWords();
  const { definition, apply, taken, published, readOnly } = useEditor();
  return (
    <li
      className={css.row}
      // Its value is made from its words when they are done; once published it stays.
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget))
          apply(nameCode(definition, code.path, published, taken));
      }}
    >
      <div className={css.texts}>
        <BothField quiet label={words.codes.text} path={[...code.path, 'text']} swedish="default" />
        <BothField quiet label={words.codes.definition} path={[...code.path, 'definition']} />
        {many ? (
          <label className={css.check}>
            <input
              type="checkbox"
              checked={code.exclusive}
              disabled={readOnly}
              onChange={(event) =>
                apply(put(definition, [...code.path, 'exclusive'], event.target.checked ? true : undefined))
              }
            />
            {words.codes.exclusive}
          </label>
        ) : null}
      </div>
      <MemberTools path={code.path} what={code.text.sv || words.codes.code(number)} least={1} />
    </li>
  );
};
