import { type ComponentType, lazy, useState } from 'react';

/** A screen in a chunk of its own, which can be fetched ahead. */
export type Chunk<P> = ComponentType<P> & { readonly ahead: () => void };

/**
 * Once fetched it is drawn at once. `lazy` alone would wait also then, and React, once it has shown that it waits, goes
 * on showing so for a third of a second.
 */
export const chunk = <P extends object>(load: () => Promise<ComponentType<P>>): Chunk<P> => {
  let loaded: ComponentType<P> | null = null;
  const fetched = async (): Promise<{ readonly default: ComponentType<P> }> => {
    loaded = await load();
    return { default: loaded };
  };
  const Waited: ComponentType<P> = lazy(fetched);
  // biome-ignore lint/correctness/noComponentHookFactories: called at the top of a module, once a screen
  const Screen = (props: P) => {
    // The same for as long as it stands: another type would begin the screen anew.
    const [Shown] = useState(() => loaded ?? Waited);
    return <Shown {...props} />;
  };
  return Object.assign(Screen, {
    ahead: () => {
      // What fails here is tried again, and shown, when somebody goes there.
      void fetched().catch(() => undefined);
    },
  });
};
