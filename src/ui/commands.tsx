import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { Palette } from './command-palette.tsx';
import { useDialogAround } from './dialog.tsx';
import { KeyHelp } from './key-help.tsx';
import { type Command, commandFor, pressOf } from './keys.ts';
import { useWords } from './language.tsx';

export interface Layer {
  readonly title: string;
  /** Of the dialog it stands in, or null for the screen. */
  readonly dialog: string | null;
  readonly commands: () => readonly Command[];
}

interface Registry {
  readonly add: (layer: Layer) => () => void;
  readonly layers: () => readonly Layer[];
  readonly showHelp: () => void;
  readonly showPalette: () => void;
}

const createRegistry = (show: (what: 'help' | 'palette') => void): Registry => {
  let layers: readonly Layer[] = [];
  return {
    add: (layer) => {
      layers = [...layers, layer];
      return () => {
        layers = layers.filter((other) => other !== layer);
      };
    },
    layers: () => layers,
    showHelp: () => show('help'),
    showPalette: () => show('palette'),
  };
};

const RegistryContext = createContext<Registry | null>(null);

const useRegistry = (): Registry => {
  const registry = use(RegistryContext);
  if (!registry) throw new Error('commands are used outside CommandRoot');
  return registry;
};

/** The uppermost open dialog; keys go to it alone. */
const openDialog = (): string | null => {
  const open = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')];
  return open.at(-1)?.dataset.dialogId ?? null;
};

/**
 * Commands of a screen (or a part of one) for as long as it stands: their keys act, `?` lists them, and the palette
 * (Ctrl+K) finds them. Handlers that stop an event's propagation keep it from here (the interview's armed Esc).
 */
export const useCommands = (title: string, commands: readonly Command[]): void => {
  const registry = useRegistry();
  const dialog = useDialogAround();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => registry.add({ title, dialog, commands: () => latest.current }), [registry, title, dialog]);
};

/** For a control that opens the list of keys or the palette. */
export const useCommandCentre = (): Pick<Registry, 'showHelp' | 'showPalette'> => useRegistry();

/** Stands around the whole app: one listener for all keys. */
export const CommandRoot = ({ children }: { readonly children: ReactNode }) => {
  const [shown, setShown] = useState<'help' | 'palette' | null>(null);
  const registry = useMemo(() => createRegistry(setShown), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const dialog = openDialog();
      const layers = registry.layers().filter((layer) => layer.dialog === dialog);
      const command = commandFor(
        layers.map((layer) => layer.commands()),
        pressOf(event),
      );
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [registry]);
  const ofScreen = (): readonly Layer[] => registry.layers().filter((layer) => layer.dialog === null);
  const close = (): void => setShown(null);
  return (
    <RegistryContext value={registry}>
      <OwnKeys registry={registry} />
      {children}
      {shown === 'help' ? <KeyHelp layers={ofScreen()} onClose={close} /> : null}
      {shown === 'palette' ? <Palette layers={ofScreen()} onClose={close} /> : null}
    </RegistryContext>
  );
};

const OwnKeys = ({ registry }: { readonly registry: Registry }) => {
  const { common } = useWords();
  useCommands(common.keys.everywhere, [
    { key: 'Ctrl+K', label: common.keys.palette, run: registry.showPalette },
    { key: '?', label: common.keys.help, run: registry.showHelp },
  ]);
  return null;
};
