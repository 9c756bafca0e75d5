import { createContext, type ReactNode, useContext } from 'react';
import { type Language, type Words, words } from '../words/index.ts';

const LanguageContext = createContext<Language>('sv');

export const LanguageProvider = ({ language, children }: { language: Language; children: ReactNode }) => (
  <LanguageContext value={language}>{children}</LanguageContext>
);

export const useLanguage = (): Language => useContext(LanguageContext);
export const useWords = (): Words => words[useLanguage()];
