import { type ReactNode, Suspense, useEffect } from 'react';
import type { Engine } from '../engine/types.ts';
import { Reminder } from '../fieldwork/reminder.tsx';
import { TopBar, TopNav } from '../ui/bars.tsx';
import { Button } from '../ui/button.tsx';
import { useCommandCentre, useCommands } from '../ui/commands.tsx';
import { useWords } from '../ui/language.tsx';
import { Menu } from '../ui/menu.tsx';
import { EmptyState } from '../ui/notes.tsx';
import { Progress } from '../ui/progress.tsx';
import { useSource } from '../ui/use-source.ts';
import css from './app.module.css';
import { useIdleLock } from './device/use-idle-lock.ts';
import { Foot } from './foot.tsx';
import { mayGo, placesOf, routeOfPlace, settle } from './places.ts';
import { PracticeBanner } from './practice-banner.tsx';
import { usePreferenceGroups } from './preference-menu.ts';
import { formatRoute, type Route } from './route.ts';
import { fetchAhead, Screen } from './screens.tsx';
import { useServices } from './services.ts';

/** An open account: what is rare in the menu, where one can go at the top, the screen, the line of trust at the foot. */
export const Shell = ({ engine }: { readonly engine: Engine }) => {
  const { common } = useWords();
  const { navigation } = useServices();
  const asked = useSource(navigation.route);
  const route = settle(engine.me.role, asked);
  useEffect(() => {
    // A code has done its work: it must not stay in the address or the history.
    if (asked.name === 'start') navigation.replace({ name: 'home' });
  }, [asked, navigation]);
  useEffect(() => {
    fetchAhead(placesOf(engine.me.role), engine.me.role === 'interviewer' ? 'screen' : 'no');
  }, [engine]);
  const inInterview = route.name === 'interview' || route.name === 'draft' || route.name === 'train';
  useIdleLock(inInterview || engine.me.practice);
  return (
    <div className={css.shell}>
      <button type="button" className={css.skip} onClick={skipTo}>
        {common.toContent}
      </button>
      {engine.me.practice ? <PracticeBanner engine={engine} /> : null}
      {inInterview ? null : <Top engine={engine} route={route} />}
      {inInterview || engine.me.role === 'coder' ? null : <Reminder engine={engine} />}
      <div className={css.screen} id="content" tabIndex={-1} data-whole={inInterview || undefined}>
        <Suspense fallback={<Waiting label={common.loading} />}>
          {mayGo(engine.me.role, route) ? <Screen engine={engine} route={route} /> : <Nowhere />}
        </Suspense>
      </div>
      <Foot status={engine.status} />
    </div>
  );
};

/** A button, not a link: the address belongs to the router. */
const skipTo = (): void => document.getElementById('content')?.focus();

const Waiting = ({ label }: { readonly label: string }): ReactNode => (
  <div className={css.quiet}>
    <Progress label={label} />
  </div>
);

const Nowhere = () => {
  const { common } = useWords();
  const { navigation } = useServices();
  return (
    <main className={css.quiet}>
      <EmptyState
        title={common.error.notFound}
        action={<Button onClick={() => navigation.go({ name: 'home' })}>{common.error.goHome}</Button>}
      >
        <p>{common.error.notFoundTodo}</p>
      </EmptyState>
    </main>
  );
};

const Top = ({ engine, route }: { readonly engine: Engine; readonly route: Route }) => {
  const { common, device: deviceWords } = useWords();
  const { device, navigation, preferences } = useServices();
  const centre = useCommandCentre();
  const groups = usePreferenceGroups();
  const places = placesOf(engine.me.role);
  const lock = (): void => void device.lock();
  const aside = (['train', 'sheets', 'own'] as const)
    .filter((name) => mayGo(engine.me.role, { name }))
    .map((name) => ({ label: common.menu[name], run: () => navigation.go({ name }) }));
  useCommands(common.nav.label, [
    ...places.map((place) => ({
      label: common.nav.goTo(common.nav[place]),
      run: () => navigation.go(routeOfPlace(place)),
    })),
    ...aside,
    { label: common.menu.light, run: () => preferences.change({ theme: 'light' }) },
    { label: common.menu.dark, run: () => preferences.change({ theme: 'dark' }) },
    { label: common.menu.swedish, run: () => preferences.change({ language: 'sv' }) },
    { label: common.menu.english, run: () => preferences.change({ language: 'en' }) },
    { label: common.menu.lock, run: lock },
    { label: deviceWords.menu, run: () => navigation.go({ name: 'device' }) },
  ]);
  return (
    <TopBar
      right={
        <div className={css.right}>
          <UpdateOffer />
          <span
            className={css.me}
          >{`${engine.me.name}, ${common.roles[engine.me.role].toLocaleLowerCase()}`}</span>
          <Button variant="quiet" className={css.small} onClick={lock}>
            {common.menu.lock}
          </Button>
          <Menu
            label={common.menu.label}
            groups={[
              ...(aside.length > 0 ? [{ items: aside }] : []),
              ...groups,
              {
                items: [
                  { label: deviceWords.menu, run: () => navigation.go({ name: 'device' }) },
                  { label: common.menu.palette, run: centre.showPalette },
                  { label: `${common.menu.keys} (?)`, run: centre.showHelp },
                ],
              },
            ]}
          />
        </div>
      }
    >
      <TopNav
        label={common.nav.label}
        places={places.map((place) => ({
          href: formatRoute(routeOfPlace(place)),
          label: common.nav[place],
          current: route.name === place,
        }))}
      />
    </TopBar>
  );
};

/** Stands in the top line, which an interview does not show: an update is offered between interviews, never during one. */
const UpdateOffer = () => {
  const { common } = useWords();
  const { updates } = useServices();
  if (!useSource(updates.ready)) return null;
  return (
    <span className={css.update} role="status">
      {common.update.ready}
      <Button onClick={updates.take}>{common.update.now}</Button>
    </span>
  );
};
