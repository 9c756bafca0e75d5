import { type ReactNode, useId, useRef } from 'react';
import css from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  /** One of several of which one holds. */
  readonly checked?: boolean;
}

/** What is rare lives here: a button that opens a popover of commands, with arrow keys as in any menu. */
export const Menu = ({
  label,
  groups,
  children,
}: {
  readonly label: string;
  readonly groups: readonly { readonly title?: string; readonly items: readonly MenuItem[] }[];
  readonly children?: ReactNode;
}) => {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [
    ...(popover.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
  ];
  const move = (step: number): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <>
      <button
        type="button"
        className={css.opener}
        popoverTarget={id}
        aria-haspopup="menu"
        // Whoever was writing writes on when the menu closes: the popover gives the focus back to where it was.
        onMouseDown={(event) => event.preventDefault()}
      >
        {children ?? label}
        <span className="unseen">{children ? label : ''}</span>
      </button>
      <div
        id={id}
        ref={popover}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={css.menu}
        onToggle={(event) => {
          if (event.newState === 'open') items()[0]?.focus();
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups never change their order
          <div key={index} className={css.group}>
            {group.title ? <p className={css.title}>{group.title}</p> : null}
            {group.items.map((item) => (
              <button
                key={item.label}
                type="button"
                className={css.item}
                {...(item.checked === undefined
                  ? { role: 'menuitem' }
                  : { role: 'menuitemradio', 'aria-checked': item.checked })}
                onClick={() => {
                  popover.current?.hidePopover();
                  item.run();
                }}
              >
                <span aria-hidden="true" className={css.tick}>
                  {item.checked ? '✓' : ''}
                </span>
                {item.label}
              </button>
            ))}
          </div>
        ))}
      </div>
    </>
  );
};
