import { type Home, openHome, TEST_STUDY } from './home.ts';
import {
  foundStudy,
  newCode,
  newPerson,
  openWave,
  type Person,
  type PlannedWave,
  type Wave,
} from './people.ts';

/** A founded study with one account a role and an open wave: where most contract tests begin. */
export interface Scene {
  readonly home: Home;
  readonly study: string;
  readonly lead: Person;
  readonly interviewer: Person;
  readonly coder: Person;
  readonly wave: Wave;
}

export const setSetupCode = async (home: Home): Promise<string> => {
  const code = newCode();
  await home.sql('select internal.set_setup_code($1)', [code]);
  return code;
};

export const openScene = async (plan: PlannedWave = {}): Promise<Scene> => {
  const home = await openHome();
  const { lead, study } = await foundStudy(home, await setSetupCode(home), TEST_STUDY);
  const interviewer = await newPerson(home, lead, 'interviewer');
  const coder = await newPerson(home, lead, 'coder');
  return { home, study, lead, interviewer, coder, wave: await openWave(lead, plan) };
};
