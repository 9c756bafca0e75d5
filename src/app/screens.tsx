import { type ComponentProps, useCallback, useMemo } from 'react';
import type { Engine } from '../engine/types.ts';
import { chunk } from './chunk.tsx';
import type { PlaceName } from './places.ts';
import { usePreferenceGroups } from './preference-menu.ts';
import { formatRoute, type Route } from './route.ts';
import { useServices } from './services.ts';
import { loadCodebook, loadJudgements } from './shipped.ts';
import { useContactOf } from './use-contact-of.ts';

/** One chunk a room: the interview brings the survey library, which nobody else loads. */
const CallsScreen = chunk(async () => (await import('../fieldwork/calls-screen.tsx')).CallsScreen);
const OutboxScreen = chunk(async () => (await import('./outbox/outbox-screen.tsx')).OutboxScreen);
const DeviceScreen = chunk(async () => (await import('./device/device-screen.tsx')).DeviceScreen);
const SetupScreen = chunk(async () => (await import('../setup/setup-screen.tsx')).SetupScreen);
const InterviewScreen = chunk(
  async () => (await import('../interview/interview-screen.tsx')).InterviewScreen,
);
const TrainingScreen = chunk(
  async () => (await import('../interview/training/training-screen.tsx')).TrainingScreen,
);
const SheetsScreen = chunk(async () => (await import('../interview/sheets/sheets-screen.tsx')).SheetsScreen);
const OwnScreen = chunk(async () => (await import('../interview/own/own-screen.tsx')).OwnScreen);
const CodingScreen = chunk(async () => (await import('../coding/coding-screen.tsx')).CodingScreen);
const ResultsScreen = chunk(async () => (await import('../analysis/results-screen.tsx')).ResultsScreen);
const ReadScreen = chunk(async () => (await import('../coding/read-screen.tsx')).ReadScreen);

/** Fetches screens while somebody reads or types, so that going there waits for nothing. */
export const fetchAhead = (places: readonly PlaceName[], interview: 'no' | 'screen' | 'begun'): void => {
  const screens = {
    calls: CallsScreen,
    outbox: OutboxScreen,
    setup: SetupScreen,
    read: ReadScreen,
    coding: CodingScreen,
    results: ResultsScreen,
  };
  for (const place of places) screens[place].ahead();
  if (interview !== 'no') InterviewScreen.ahead();
  // Only where an interview has been begun, for it is larger than all the rest together.
  if (interview === 'begun') void import('../interview/survey/create.ts').catch(() => undefined);
};

export const Screen = ({ engine, route }: { readonly engine: Engine; readonly route: Route }) => {
  const services = useServices();
  const { navigation, device } = services;
  /** A screen settles on its own first page; whoever has gone on meanwhile is not called back. */
  const stay = (next: Route): void => {
    const { name } = navigation.route.get();
    if (name === next.name || name === 'home' || name === 'start') navigation.replace(next);
  };
  const settings = usePreferenceGroups();
  const goHome = useCallback(() => navigation.go({ name: 'home' }), [navigation]);
  const setupWorld = useMemo(
    () => ({
      ...services,
      startLink: (code: string) =>
        `${window.location.origin}${window.location.pathname}${formatRoute({ name: 'start', code })}`,
      removePractice: device.removePractice,
    }),
    [services, device],
  );
  switch (route.name) {
    case 'calls':
      return (
        <CallsScreen
          engine={engine}
          newId={services.newId}
          onInterview={(id) => navigation.go({ name: 'interview', case: id })}
          asked={route.asked}
          onAsked={() => navigation.replace({ name: 'calls' })}
        />
      );
    case 'interview':
    case 'draft':
      return (
        <InterviewOfCase
          engine={engine}
          target={route.name === 'draft' ? { draft: route.draft } : { case: route.case }}
          onLeave={() => navigation.go({ name: 'calls' })}
          onOutbox={() => navigation.go({ name: 'outbox' })}
          onAnotherTime={(id) => navigation.go({ name: 'calls', asked: { case: id, for: 'appointment' } })}
          onNo={(id) => navigation.go({ name: 'calls', asked: { case: id, for: 'refusal' } })}
          settings={settings}
        />
      );
    case 'train':
      return <TrainingScreen engine={engine} settings={settings} onLeave={goHome} />;
    case 'sheets':
      return <SheetsScreen engine={engine} />;
    case 'own':
      return <OwnScreen engine={engine} />;
    case 'outbox':
      return <OutboxScreen engine={engine} onDraft={(draft) => navigation.go({ name: 'draft', draft })} />;
    case 'device':
      return <DeviceScreen engine={engine} />;
    case 'setup':
      return (
        <SetupScreen
          engine={engine}
          part={route.part}
          world={setupWorld}
          onPart={(part) => navigation.go({ name: 'setup', part })}
        />
      );
    case 'results':
      return (
        <ResultsScreen
          engine={engine}
          page={route.page}
          newId={services.newId}
          loadClaims={async () => (await services.loadShipped()).claims}
          onPage={(page) => stay({ name: 'results', page })}
        />
      );
    case 'read':
      return (
        <ReadScreen
          engine={engine}
          question={route.question}
          onQuestion={(question) => stay({ name: 'read', question })}
        />
      );
    case 'coding':
      return (
        <CodingScreen
          engine={engine}
          part={route.part}
          at={route.at}
          newId={services.newId}
          loadJudgements={loadJudgements}
          loadCodebook={loadCodebook}
          hrefOf={(part, at) => formatRoute({ name: 'coding', part, at })}
          onGo={(part, at) => navigation.go({ name: 'coding', part, at })}
          onReplace={(part, at) => stay({ name: 'coding', part, at })}
        />
      );
    default:
      return null;
  }
};

/** With whom to dial, where this computer can read it. */
const InterviewOfCase = (props: Omit<ComponentProps<typeof InterviewScreen>, 'contact'>) => {
  const contact = useContactOf(props.engine, props.target);
  return <InterviewScreen {...props} contact={contact} />;
};
