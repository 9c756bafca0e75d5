import { useDraft, useSession, useWriting } from '../session/session.ts';
import css from './role-pills.module.css';

/** The coarse roles of the instrument, one of which may hold. */
export const RolePills = ({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: string | undefined;
  readonly onChoose: (role: string) => void;
}) => {
  const { instrument } = useSession();
  const writing = useWriting();
  const language = useDraft((draft) => draft.language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: pressed buttons, no form
    <div className={css.roles} role="group" aria-label={label} lang={language}>
      {instrument.roles.map((item) => (
        <button
          key={item.value}
          type="button"
          aria-pressed={chosen === item.value}
          disabled={!writing}
          onClick={() => onChoose(item.value)}
        >
          {item.text[language]}
        </button>
      ))}
    </div>
  );
};
