import { lazy } from 'react';
import type { Engine } from '../engine/types.ts';
import type { Route } from './route.ts';
import { useServices } from './services.ts';

/** One chunk a room: the interview brings the survey library, which nobody else loads. */
const CallsScreen = lazy(async () => ({
  default: (await import('../fieldwork/calls-screen.tsx')).CallsScreen,
}));
const OutboxScreen = lazy(async () => ({
  default: (await import('./outbox/outbox-screen.tsx')).OutboxScreen,
}));
const SetupScreen = lazy(async () => ({ default: (await import('../setup/setup-screen.tsx')).SetupScreen }));
const ReadScreen = lazy(async () => ({ default: (await import('../coding/read-screen.tsx')).ReadScreen }));

export const Screen = ({ engine, route }: { readonly engine: Engine; readonly route: Route }) => {
  const services = useServices();
  const { navigation } = services;
  switch (route.name) {
    case 'calls':
      return (
        <CallsScreen
          engine={engine}
          newId={services.newId}
          onInterview={(id) => navigation.go({ name: 'interview', case: id })}
        />
      );
    case 'outbox':
      return <OutboxScreen engine={engine} onDraft={(draft) => navigation.go({ name: 'draft', draft })} />;
    case 'setup':
      return (
        <SetupScreen
          engine={engine}
          part={route.part}
          world={services}
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
