import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartRefused } from './start-refused.ts';
import { startWords as words } from './words.ts';

/** @throws StartRefused when the port is taken or forbidden. */
export function listen(app: Hono, host: string, port: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) =>
      resolve({ server, port: info.port }),
    );
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new StartRefused(words.portBusy(host, port), 69));
      else if (error.code === 'EACCES') reject(new StartRefused(words.noRight(host, port), 69));
      else reject(error);
    });
  });
}
