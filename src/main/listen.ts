import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { StartRefused } from './start-refused.ts';
import { startWords as words } from './words.ts';

/** @throws StartRefused when the address is taken, forbidden or not of this machine. */
export function listen(app: Hono, host: string, port: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) =>
      resolve({ server, port: info.port }),
    );
    server.on('error', (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)));
  });
}

/**
 * To be asked before anything else is touched: an earlier start of this program may be at work on the same files.
 * @throws StartRefused
 */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const { server } = await listen(new Hono(), host, port);
  await closed(server);
}

/** Takes no new connections; resolves when the requests under way have been answered. */
export function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartRefused(words.portBusy(host, port), 69);
    case 'EACCES':
      return new StartRefused(words.noRight(host, port), 69);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(words.badHost(host), 78);
    default:
      return error;
  }
}
