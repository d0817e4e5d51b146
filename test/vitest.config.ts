import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

export default defineConfig({
  test: {
    // Every core: much of the time goes into waiting for sockets and other processes.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          // Tests share nothing but code, so files need no world of their own; loading it was a third of the time.
          isolate: false,
          root,
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/workers/**'],
          provide: { backend: 'node' },
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            main: `${root}test/workers/empty-worker.ts`,
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations(`${root}db/migrations`) } },
          })),
        ],
        // The same files again, inside workerd on D1.
        test: {
          name: 'workers',
          include: ['test/store/*.test.ts', 'test/workers/*.test.ts'],
          provide: { backend: 'workers' },
        },
      },
    ],
  },
});
