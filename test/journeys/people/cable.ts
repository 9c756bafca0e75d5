import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';

/** The cable between one laptop and the server: it can be pulled out, and it can lose an answer on the way back. */
export interface Cable {
  /** What the laptop opens; the same before and after the cable was out. */
  readonly origin: string;
  /** It is out, or has lost something: then the browser may say so. */
  readonly hasFailed: () => boolean;
  readonly pullOut: () => Promise<void>;
  readonly plugIn: () => Promise<void>;
  /** The next request of this path is carried out by the server, and its answer does not come through. */
  readonly loseNextAnswer: (path: string) => void;
  /** Answers lost so far. */
  readonly lost: () => number;
  /** Bodies of all requests of this path that reached the server. */
  readonly carried: (path: string) => readonly string[];
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const ask = (target: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { method, headers } = incoming;
    const outgoing = request(new URL(incoming.url ?? '/', target), { method, headers }, resolve);
    outgoing.on('error', reject).end(body);
  });

/** Closed for good when the journey ends: `pullOut`. */
export const openCable = async (target: string): Promise<Cable> => {
  const arrived: { readonly path: string; readonly body: string }[] = [];
  let losing: string | null = null;
  let lost = 0;
  let server: Server | null = null;
  let port = 0;

  const carry = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const path = incoming.url ?? '/';
    const answer = await ask(target, incoming, body);
    const content = await bodyOf(answer);
    arrived.push({ path, body: body.toString('utf8') });
    if (path === losing) {
      losing = null;
      lost += 1;
      // Its beginning does arrive: an answer of no byte at all makes the browser itself ask again, unseen by the app.
      outgoing.writeHead(200, { ...answer.headers, 'content-length': String(content.length) });
      outgoing.write(content.subarray(0, 1), () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
  };

  const plugIn = async (): Promise<void> => {
    // A laptop that goes away in the middle of a request is what this cable is for.
    const next = createServer((incoming, outgoing) => {
      carry(incoming, outgoing).catch(() => outgoing.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      next.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    const address = next.address();
    if (address !== null && typeof address === 'object') port = address.port;
    server = next;
  };
  await plugIn();

  return {
    origin: `http://127.0.0.1:${port}`,
    hasFailed: () => server === null || lost > 0,
    plugIn,
    pullOut: async () => {
      const open = server;
      server = null;
      if (!open) return;
      const closed = new Promise<void>((resolve) => open.close(() => resolve()));
      open.closeAllConnections();
      await closed;
    },
    loseNextAnswer: (path) => {
      losing = path;
    },
    lost: () => lost,
    carried: (path) => arrived.filter((one) => one.path === path).map(({ body }) => body),
  };
};
