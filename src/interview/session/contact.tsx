import { createContext, useContext } from 'react';

/** Whom to dial, where the device can read it; never part of the draft. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
}

export const ContactContext = createContext<Contact>({});
export const useContact = (): Contact => useContext(ContactContext);
