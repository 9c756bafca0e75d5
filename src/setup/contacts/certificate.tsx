import type { KeyFailure } from '../../engine/key-types.ts';
import type { CertificateRow, DestructionRow, WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords, stampWords } from '../../ui/time-words.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useSource } from '../../ui/use-source.ts';
import sheet from '../keys/sheet.module.css';
import type { PartProps } from '../part.tsx';
import css from '../setup.module.css';

/** What the close destroyed, and what is still to be confirmed; to be printed. */
export const Certificate = ({ engine, wave }: PartProps & { readonly wave: WaveRow }) => {
  const { register } = useWords();
  const { certificate: words } = register;
  const view = useSource(engine.view);
  const row = view.get('certificate', wave.id);
  if (!row || (row.contacts === 0 && row.copies === 0)) return <p>{words.none}</p>;
  const study = [...view.all('study')][0]?.name ?? '';
  const holders = [...view.all('destruction')].filter((one) => one.wave === wave.id);
  return <Sheet engine={engine} row={row} holders={holders} study={study} label={wave.label} />;
};

const Sheet = ({
  engine,
  row,
  holders,
  study,
  label,
}: Pick<PartProps, 'engine'> & {
  readonly row: CertificateRow;
  readonly holders: readonly DestructionRow[];
  readonly study: string;
  readonly label: string;
}) => {
  const { register } = useWords();
  const { certificate: words } = register;
  const language = useLanguage();
  const view = useSource(engine.view);
  const { busy, failure, attempt } = useAttempt<Exclude<KeyFailure, { type: 'no_key' }>>();
  const moment = (at: string): string => stampWords(Date.parse(at), language);
  const count = (of: number): string => numberWords(of, language);
  const confirm = (device: string | null): void =>
    void attempt(() => engine.act('confirm_destroyed', { wave: row.id, device }));
  const left = holders.filter(({ at }) => at === null).length + (row.backups_gone_at === null ? 1 : 0);
  return (
    <>
      <section className={sheet.sheet}>
        <h2>{words.title}</h2>
        <p className="b">{words.intro(study, label)}</p>
        <p>{words.at(moment(row.at))}</p>
        <ul className={css.lines}>
          <li>{words.contacts(count(row.contacts))}</li>
          <li>{words.copies(count(row.copies), count(row.generations))}</li>
        </ul>
        <table className={css.table}>
          <caption>{words.devices}</caption>
          <thead>
            <tr>
              <th scope="col">{words.device}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {holders.map((one) => {
              const device = view.get('device', one.device);
              const kind = device?.kind ?? 'computer';
              const name = view.get('person', one.person)?.name ?? '…';
              return (
                <tr key={one.id}>
                  <th scope="row">
                    {kind === 'recovery'
                      ? words.recovery
                      : words.computer(name, device ? moment(device.at) : '…')}
                  </th>
                  <td>
                    {one.at !== null ? (
                      words.by[one.by_hand ? 'hand' : 'device'](moment(one.at))
                    ) : (
                      <span className={sheet.open}>
                        <span className={css.wrong}>{words.open}</span>
                        <Button busy={busy} onClick={() => confirm(one.device)}>
                          {words.confirm[kind]}
                        </Button>
                      </span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <h3>{words.backups}</h3>
        {row.backups_gone_at !== null ? (
          <p>{words.backupsGone(moment(row.backups_gone_at))}</p>
        ) : (
          <div className={sheet.open}>
            <p>{row.backup_at === null ? words.backupsNone : words.backupsText(moment(row.backup_at))}</p>
            <Button busy={busy} onClick={() => confirm(null)}>
              {words.confirm.backups}
            </Button>
          </div>
        )}
        <p className="b" role="status">
          {words.left(left)}
        </p>
      </section>
      {failure ? <FailureNote failure={failure} /> : null}
      <p>
        <Button onClick={() => window.print()}>{words.print}</Button>
      </p>
    </>
  );
};
