import type { IncomingMessage, ServerResponse } from 'node:http';

/** The largest request is a batch of 100 interviews of 21 answers, far below this. */
const LARGEST_BODY = 16 * 1024 * 1024;

const readBody = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) throw new TypeError('expected bytes');
    size += part.length;
    if (size > LARGEST_BODY) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
};

/** Hands a request of node:http to a fetch handler and its answer back. */
export const bridge = async (
  handler: (request: Request) => Promise<Response>,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await readBody(request);
  if (body === null) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = request.method ?? 'GET';
  const answer = await handler(
    new Request(new URL(request.url ?? '/', origin), {
      method,
      headers,
      ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    }),
  );
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  response.writeHead(answer.status);
  response.end(Buffer.from(await answer.arrayBuffer()));
};
