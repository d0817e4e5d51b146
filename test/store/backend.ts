import { inject } from 'vitest';
import type { Store } from '../../src/store/db.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which runtime this run of the file is in. */
    backend: 'node' | 'workers';
  }
}

/** A migrated, empty database of the runtime that the tests are running in. */
export async function freshStore(): Promise<Store> {
  const backend =
    inject('backend') === 'workers' ? await import('../workers/d1.ts') : await import('../support/db.ts');
  return backend.testStore();
}
