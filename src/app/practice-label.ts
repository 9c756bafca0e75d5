import type { PracticeAccount } from '../engine/types.ts';
import type { Role } from '../study/rows.ts';

/** The role in words; a second account of a role is numbered, so that two coders can be told apart. */
export const practiceLabel = (
  all: readonly PracticeAccount[],
  { role, email }: PracticeAccount,
  roles: Readonly<Record<Role, string>>,
): string => {
  const nth = all.filter((one) => one.role === role).findIndex((one) => one.email === email);
  return nth > 0 ? `${roles[role]} ${nth + 1}` : roles[role];
};
