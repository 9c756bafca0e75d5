import { lazy, useMemo } from 'react';
import type { Engine } from '../engine/types.ts';
import { formatRoute, type Route } from './route.ts';
import { useServices } from './services.ts';

/** One chunk a room: the interview brings the survey library, which nobody else loads. */
const CallsScreen = lazy(async () => ({
  default: (await import('../fieldwork/calls-screen.tsx')).CallsScreen,
}));
const OutboxScreen = lazy(async () => ({
  default: (await import('./outbox/outbox-screen.tsx')).OutboxScreen,
}));
const SetupScreen = lazy(async () => ({ default: (await import('../setup/setup-screen.tsx')).SetupScreen }));
const InterviewScreen = lazy(async () => ({
  default: (await import('../interview/interview-screen.tsx')).InterviewScreen,
}));
const ReadScreen = lazy(async () => ({ default: (await import('../coding/read-screen.tsx')).ReadScreen }));

export const Screen = ({ engine, route }: { readonly engine: Engine; readonly route: Route }) => {
  const services = useServices();
  const { navigation, device } = services;
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
        />
      );
    case 'interview':
    case 'draft':
      return (
        <InterviewScreen
          engine={engine}
          target={route.name === 'draft' ? { draft: route.draft } : { case: route.case }}
          onLeave={() => navigation.go({ name: 'calls' })}
          onOutbox={() => navigation.go({ name: 'outbox' })}
        />
      );
    case 'outbox':
      return <OutboxScreen engine={engine} onDraft={(draft) => navigation.go({ name: 'draft', draft })} />;
    case 'setup':
      return (
        <SetupScreen
          engine={engine}
          part={route.part}
          world={setupWorld}
          onPart={(part) => navigation.go({ name: 'setup', part })}
        />
      );
    case 'read':
      return (
        <ReadScreen
          engine={engine}
          question={route.question}
          onQuestion={(question) => navigation.replace({ name: 'read', question })}
        />
      );
    default:
      return null;
  }
};
