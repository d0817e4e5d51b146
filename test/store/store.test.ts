import { expect, it } from 'vitest';
import { freshStore } from './backend.ts';

it('claims', async () => {
  const store = await freshStore();
  const claim = { id: 'a', messageKey: null, kind: 'x', body: '{}', receivedAt: 1 };
  expect(await store.claim(claim)).toBe(true);
  expect(await store.claim(claim)).toBe(false);
});
it('claims again', async () => {
  const store = await freshStore();
  const claim = { id: 'a', messageKey: null, kind: 'x', body: '{}', receivedAt: 1 };
  expect(await store.claim(claim)).toBe(true);
});
