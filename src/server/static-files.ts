import { createReadStream, type Stats, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { codeOf } from './failure.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};
/** Names under /assets/ hold a hash of their content, so they never change; all else is asked for anew. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

const find = (root: string, path: string): { file: string; stats: Stats } | null => {
  const file = normalize(join(root, path));
  if (file !== root && !file.startsWith(root + sep)) return null;
  try {
    const stats = statSync(file);
    return stats.isFile() ? { file, stats } : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
};

/** Serves a built file; false where there is none of that name. `path` is decoded and begins with a slash. */
export const serveFile = (
  root: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean => {
  if (path.includes('\0')) return false;
  const found = find(root, path.endsWith('/') ? `${path}index.html` : path);
  if (!found) return false;
  const { file, stats } = found;
  const etag = `"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}"`;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', path.startsWith('/assets/') ? IMMUTABLE : 'no-cache');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': stats.size,
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', (error) => response.destroy(error))
      .pipe(response);
  return true;
};
