import { createContext, use } from 'react';
import type { Device, PracticeFill } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import type { LockPreference } from './device/idle.ts';
import type { Navigation } from './navigation.ts';
import type { PreferenceStore } from './preferences.ts';
import type { Updates } from './updates.ts';

/** The study that ships with the program: a definition and the frame to draw from. */
export interface Shipped {
  /** As published, JSON text. */
  readonly definition: string;
  /** CSV text of the sample frame. */
  readonly frame: string;
  /** JSON text of the codebook. */
  readonly codebook: string;
  /** claims.json, JSON text. */
  readonly claims: string;
}

/** All that screens may ask of the world; made once, in compose.ts. */
export interface Services {
  readonly device: Device;
  readonly navigation: Navigation;
  readonly preferences: PreferenceStore;
  readonly updates: Updates;
  readonly lockAfter: LockPreference;
  readonly newId: () => Id;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  /** A fresh one each time; its word list is loaded when first asked for. */
  readonly makePassphrase: (round: number) => Promise<string>;
  readonly loadPractice: () => Promise<PracticeFill>;
  readonly loadShipped: () => Promise<Shipped>;
}

export const ServicesContext = createContext<Services | null>(null);

export const useServices = (): Services => {
  const services = use(ServicesContext);
  if (!services) throw new Error('the app is used outside its services');
  return services;
};
