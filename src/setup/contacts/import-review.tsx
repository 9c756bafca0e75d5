import type { ContactProblem, ReadContacts } from '../../exchange/contacts/read-contacts.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { numberWords } from '../../ui/time-words.ts';
import css from '../setup.module.css';

const SHOWN_BAD = 100;

/** What can be taken and what cannot, line by line, before anything is. */
export const ImportReview = ({
  read: { contacts, bad },
  busy,
  failure,
  onTake,
}: {
  readonly read: ReadContacts;
  readonly busy: boolean;
  readonly failure: string | undefined;
  readonly onTake: () => void;
}) => {
  const { register } = useWords();
  const language = useLanguage();
  const { import: words } = register;
  const good = numberWords(contacts.length, language);
  const all = numberWords(contacts.length + bad.length, language);
  return (
    <>
      {contacts.length === 0 ? (
        <ErrorNote happened={words.none} kept={words.nothingTaken} />
      ) : (
        <p className="b" role="status">
          {bad.length === 0 ? words.good(good) : words.goodAndBad(good, all)}
        </p>
      )}
      {bad.length === 0 ? null : (
        <div>
          <table className={css.table}>
            <caption>{words.bad}</caption>
            <thead>
              <tr>
                <th scope="col">{words.line}</th>
                <th scope="col">{words.reason}</th>
              </tr>
            </thead>
            <tbody>
              {bad.slice(0, SHOWN_BAD).map(({ line, problem }) => (
                <tr key={line}>
                  <th scope="row" className="num">
                    {line}
                  </th>
                  <td>{problemWords(problem, words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {bad.length > SHOWN_BAD ? (
            <p className="muted">{words.badMore(numberWords(bad.length - SHOWN_BAD, language))}</p>
          ) : null}
        </div>
      )}
      {failure ? <ErrorNote happened={failure} kept={words.nothingTaken} /> : null}
      {contacts.length === 0 ? null : (
        <Button variant="primary" busy={busy} onClick={onTake}>
          {words.take(good)}
        </Button>
      )}
    </>
  );
};

type ImportWords = ReturnType<typeof useWords>['register']['import'];
const problemWords = (problem: ContactProblem, { problem: words, column }: ImportWords): string => {
  switch (problem.type) {
    case 'values':
      return words.values(problem.has, problem.expected);
    case 'unknown_case':
    case 'two_cases':
    case 'number':
      return words[problem.type](problem.said);
    case 'too_long':
      return words.too_long(column[problem.column]);
    case 'repeated':
      return words.repeated(problem.line);
    default:
      return words[problem.type];
  }
};
