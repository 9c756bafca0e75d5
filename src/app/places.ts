import type { Role } from '../study/rows.ts';
import type { Route } from './route.ts';

/** Where each role can go; the first is where it begins. */
export const PLACES = {
  interviewer: ['calls', 'outbox'],
  coder: ['coding', 'read', 'outbox'],
  lead: ['setup', 'calls', 'read', 'coding', 'results', 'outbox'],
} as const satisfies Readonly<Record<Role, readonly Route['name'][]>>;

export type PlaceName = (typeof PLACES)[Role][number];

export const placesOf = (role: Role): readonly PlaceName[] => PLACES[role];

export const routeOfPlace = (place: PlaceName): Route => {
  switch (place) {
    case 'read':
      return { name: 'read', question: null };
    case 'coding':
      return { name: 'coding', part: 'koda', at: null };
    case 'results':
      return { name: 'results', page: null };
    case 'setup':
      return { name: 'setup', part: 'oversikt' };
    default:
      return { name: place };
  }
};

/** The server guards what is behind a route; this only keeps a role from empty screens. */
export const mayGo = (role: Role, route: Route): boolean => {
  switch (route.name) {
    case 'interview':
    case 'draft':
    case 'train':
    case 'sheets':
    case 'own':
      return role !== 'coder';
    case 'calls':
    case 'outbox':
    case 'read':
    case 'coding':
    case 'results':
    case 'setup':
      return placesOf(role).includes(route.name);
    case 'nowhere':
      return false;
    default:
      return true;
  }
};

/** Home, and a start address that has done its work, are the first place of one's role. */
export const settle = (role: Role, route: Route): Route => {
  if (route.name !== 'home' && route.name !== 'start') return route;
  const [first] = placesOf(role);
  return first ? routeOfPlace(first) : route;
};
