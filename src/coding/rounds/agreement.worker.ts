import { type AgreementTables, type AgreementTask, agreementTables } from './agreement.ts';

/** A thousand draws for each of eighty codes: beside the screen's thread. */
self.addEventListener('message', ({ data }: MessageEvent<AgreementTask>) => {
  const tables: AgreementTables = agreementTables(data);
  self.postMessage(tables);
});
