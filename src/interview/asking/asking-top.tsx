import type { InterviewDraft } from '../../study/draft.ts';
import { answerAs, sectionOf } from '../../study/draft-areas.ts';
import { ALL_SECTIONS, roleIn } from '../../study/draft-rules.ts';
import { HOME_ZONE } from '../../study/zoned-time.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Menu } from '../../ui/menu.tsx';
import { clockWords } from '../../ui/time-words.ts';
import type { Language } from '../../words/index.ts';
import { FrameTop } from '../frame/frame.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { useContact } from '../session/contact.tsx';
import { useDraft, useSession } from '../session/session.ts';
import { useSettings } from '../session/settings.tsx';
import { RespondentStrip } from '../training/respondent-strip.tsx';
import css from './asking-top.module.css';
import { Timer } from './timer.tsx';

/** Whom one talks to, for how long, in which language; and the way out. */
export const AskingTop = ({
  end,
  alone = false,
}: {
  readonly end?: (() => void) | undefined;
  /** Before the first question: who answers is asked on the page itself. */
  readonly alone?: boolean;
}) => {
  const { interview } = useWords();
  const { leave } = useSession();
  const name = useDraft((draft) => draft.caseName);
  const onPaper = useDraft((draft) => draft.onPaper);
  const language = useLanguage();
  return (
    <>
      <FrameTop
        brand={interview.open.brand}
        name={name}
        about={
          <>
            {onPaper ? null : <Dial />}
            {alone ? null : (
              <span className={css.wide}>
                <RoleMenu />
              </span>
            )}
          </>
        }
        right={
          <>
            <span className={css.wide}>
              <LanguageSwitch />
            </span>
            <span className={css.wide}>
              <SettingsMenu />
            </span>
            {onPaper ? (
              <span className={css.paper}>{interview.paper.from(momentOf(onPaper, language))}</span>
            ) : (
              <Timer />
            )}
            <Button variant="quiet" className={css.later ?? ''} onClick={leave}>
              {interview.top.later}
            </Button>
            {end ? (
              <Button onClick={end}>
                <span>
                  {interview.top.end}
                  <span className={css.long}>{interview.top.endLong}</span>
                </span>
              </Button>
            ) : null}
          </>
        }
      />
      <RespondentStrip />
    </>
  );
};

export const Dial = () => {
  const { phone, name } = useContact();
  const { top } = useWords().interview;
  if (!phone) return null;
  return (
    <a
      className={css.dial}
      href={`tel:${phone.replace(/[^+\d]/g, '')}`}
      title={`${top.call} ${name ?? ''}`.trim()}
    >
      {phone}
    </a>
  );
};

/** On a phone these stand in the sheet of areas. */
export const CallSettings = () => {
  const { top } = useWords().interview;
  const { leave } = useSession();
  return (
    <>
      <div className={css.settings}>
        <RoleMenu />
        <LanguageSwitch />
        <SettingsMenu />
      </div>
      <Button variant="quiet" onClick={leave}>
        {top.later}
      </Button>
    </>
  );
};

/** How the program looks and speaks; a call goes on meanwhile. */
const SettingsMenu = () => {
  const { top } = useWords().interview;
  const groups = useSettings();
  useCommands(
    top.settings,
    groups.flatMap(({ title, items }) =>
      items.map(({ label, run }) => ({ label: title ? `${title}: ${label}` : label, run })),
    ),
  );
  return groups.length === 0 ? null : <Menu label={top.settings} groups={groups} />;
};

/** Short, beside the name of the municipality. */
const momentOf = (iso: string, language: Language): string => {
  const at = Date.parse(iso);
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: HOME_ZONE });
  return `${day.format(at)} ${clockWords(at, language)}`;
};

const MODES = ['telephone', 'video', 'written'] as const satisfies readonly InterviewDraft['mode'][];

/** Who answers, and how one talks: coarse, and changed when it changes. */
const RoleMenu = () => {
  const { instrument, change } = useSession();
  const { top } = useWords().interview;
  const language = useDraft((draft) => draft.language);
  const place = useDraft((draft) => draft.position.question);
  const section = sectionOf(instrument, place);
  const here = useDraft((draft) => roleIn(draft, section?.id ?? ALL_SECTIONS));
  const own = useDraft((draft) => (section ? draft.roles[section.id] : undefined));
  const all = useDraft((draft) => draft.roles[ALL_SECTIONS]);
  const mode = useDraft((draft) => draft.mode);
  const items = (target: string, set: string | undefined) =>
    instrument.roles.map((role) => ({
      label: role.text[language],
      checked: set === role.value,
      run: () => change((draft) => answerAs(draft, target, role.value)),
    }));
  const shown = instrument.roles.find((role) => role.value === here)?.text[language];
  return (
    <span className={css.role}>
      <Menu
        label={top.role}
        groups={[
          { title: top.roleAll, items: items(ALL_SECTIONS, all) },
          ...(section
            ? [{ title: top.roleHere(section.shortTitle[language]), items: items(section.id, own) }]
            : []),
          {
            title: top.mode,
            items: MODES.map((value) => ({
              label: top.modes[value],
              checked: mode === value,
              run: () => change((draft) => ({ ...draft, mode: value })),
            })),
          },
        ]}
      >
        {shown ?? top.roleUnset}
        {mode === 'telephone' ? '' : `, ${top.modes[mode]}`} <span aria-hidden="true">▾</span>
      </Menu>
    </span>
  );
};

const LANGUAGES = ['sv', 'en'] as const;

/** The language of the call; that of the screen is the app's. */
export const LanguageSwitch = () => {
  const { change } = useSession();
  const { top } = useWords().interview;
  const language = useDraft((draft) => draft.language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons on a line, no form
    <span className={css.languages} role="group" aria-label={top.language}>
      {LANGUAGES.map((code) => (
        <button
          key={code}
          type="button"
          aria-pressed={language === code}
          onMouseDown={keepFocus}
          onClick={() => change((draft) => ({ ...draft, language: code }))}
        >
          <span aria-hidden="true">{code}</span>
          <span className="unseen">{top.languages[code]}</span>
        </button>
      ))}
    </span>
  );
};
