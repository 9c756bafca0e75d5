import { run } from '../../src/server/run.ts';
import { startWholeServer } from '../../src/server/whole-server.ts';

/** `npm start` without the building: what the fault tests start, kill and start again. */
const dataDir = process.env.LAGESBILD_DATA;
if (!dataDir) throw new Error('LAGESBILD_DATA names the data folder');

await run((say) =>
  startWholeServer({
    dataDir,
    port: 0,
    pages: (_path, _request, response) => response.writeHead(404).end(),
    say,
    now: () => new Date(),
  }),
);
