import { createContext, useContext } from 'react';
import type { MenuItem } from '../../ui/menu.tsx';

/** How the program looks and speaks, from the app: at hand in the middle of a call too. */
export type Settings = readonly { readonly title?: string; readonly items: readonly MenuItem[] }[];

export const SettingsContext = createContext<Settings>([]);
export const useSettings = (): Settings => useContext(SettingsContext);
