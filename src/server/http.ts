import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { err, ok, type Result } from '../study/result.ts';
import { codeOf, failure, type StartFailure } from './failure.ts';
import { bridge } from './fetch-bridge.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { kindOf } from './quiet-console.ts';
import { serveFile } from './static-files.ts';

export interface HttpOptions {
  readonly port: number;
  readonly api: (request: Request) => Promise<Response>;
  readonly anonKey: string;
  /** What is not the API: built files, or the development server. */
  readonly pages: (path: string, request: IncomingMessage, response: ServerResponse) => void;
  /** Absent where the development server needs inline scripts. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpServer {
  readonly origin: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Only what the app uses of the API; its own inspection pages are not for visitors. Nor are sign-ins by a mailed code
 * of six digits: nothing mails it here, and nothing counts who guesses at it.
 */
const API = /^\/(?:rest\/v1(?:\/|$)|auth\/v1\/(?:signup|token|user|logout|health)$)/;

/** Another site's name for this machine (DNS rebinding) gets nothing. */
const isOurs = (host: string | undefined): host is string =>
  host !== undefined && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host);

/**
 * A page of another site, open in the same browser, gets nothing: a browser tells whose page asks. Programs that are no
 * browser send neither header, and need none.
 */
const isForeign = ({ headers }: IncomingMessage): boolean =>
  (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) ||
  headers['sec-fetch-site'] === 'same-site' ||
  (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate');

const pathOf = (request: IncomingMessage): string | null => {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return null; // not an address
  }
};

const answer = async (
  options: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  for (const [name, value] of Object.entries(options.headers ?? SECURITY_HEADERS))
    response.setHeader(name, value);
  const host = request.headers.host;
  const path = pathOf(request);
  if (!isOurs(host) || path === null) {
    response.writeHead(host === undefined || path === null ? 400 : 421).end();
    return;
  }
  if (isForeign(request)) {
    response.writeHead(403).end();
    return;
  }
  const origin = `http://${host}`;
  if (API.test(path)) {
    await bridge(options.api, origin, request, response);
  } else if (path === '/config.json') {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ url: origin, anonKey: options.anonKey }));
  } else {
    options.pages(path, request, response);
  }
};

/** Built files, and 404 for all else: routes of the app live behind the hash, so there is no fallback page. */
export const filesFrom =
  (root: string): HttpOptions['pages'] =>
  (path, request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end();
    else if (!serveFile(root, path, request, response)) response.writeHead(404).end();
  };

/** Serves on loopback only. */
export const serve = async (options: HttpOptions): Promise<Result<HttpServer, StartFailure>> => {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      console.error(`http: ${kindOf(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, '127.0.0.1', resolve);
    });
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    return err(
      failure(
        'port_in_use',
        `Port ${options.port} is taken by another program: set PORT to a free one and start again.`,
      ),
    );
  }
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : options.port;
  return ok({
    origin: `http://127.0.0.1:${port}`,
    port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  });
};
