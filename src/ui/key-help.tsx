import { Button } from './button.tsx';
import type { Layer } from './commands.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import css from './key-help.module.css';
import { useWords } from './language.tsx';

/** As printed on keyboards, or shorter. */
const NAMES: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc' };

/** All keys of the screen in front of one, as `?` shows them. */
export const KeyHelp = ({
  layers,
  onClose,
}: {
  readonly layers: readonly Layer[];
  readonly onClose: () => void;
}) => {
  const { common } = useWords();
  const groups = layers
    .map((layer) => ({
      title: layer.title,
      commands: layer.commands().filter((command) => command.key && !command.quiet),
    }))
    .filter((group) => group.commands.length > 0)
    .reverse();
  return (
    <Dialog title={common.keys.help} open onClose={onClose} wide>
      <div className={css.groups}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={css.title}>{group.title}</h3>
            <dl className={css.list}>
              {group.commands.map((command) => (
                <div key={`${command.key} ${command.label}`}>
                  <dt>
                    {command.key?.split('+').map((part) => (
                      <kbd key={part}>{part === '' ? '+' : (NAMES[part] ?? part)}</kbd>
                    ))}
                  </dt>
                  <dd>{command.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <DialogActions>
        <Button variant="primary" onClick={onClose} autoFocus>
          {common.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
