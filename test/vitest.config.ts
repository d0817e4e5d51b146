import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          root: new URL('..', import.meta.url).pathname,
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/workers/**'],
          provide: { backend: 'node' },
        },
      },
    ],
  },
});
