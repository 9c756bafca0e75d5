import type { Id } from '../study/ids.ts';
import { useWords } from '../ui/language.tsx';

/** Where the number to dial and the person to ask for stand; filled once the contact register can be read here. */
export const ContactSlot = ({ caseId }: { readonly caseId: Id }) => {
  const { fieldwork } = useWords();
  return (
    <p className="muted" data-case={caseId}>
      {fieldwork.contact.none}
    </p>
  );
};
