import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Model } from '../../src/kernel/ports.ts';
import { modelOf } from '../../src/main/model.ts';
import { type FakeModel, says, startFakeModel } from '../support/fake-model.ts';

let server: FakeModel;
beforeEach(async () => {
  server = await startFakeModel();
});
afterEach(() => server.close());

function open(baseUrl = server.baseUrl, apiKey = 'fictional-key'): Model {
  const model = modelOf({ model: { baseUrl, apiKey, name: 'small' } });
  if (!model) throw new Error('no model');
  return model;
}

const complete = (model: Model, timeoutMs = 2_000) => model.complete('你好', { timeoutMs });

describe('an OpenAI-compatible server', () => {
  it('gets the prompt and the key, and its text comes back', async () => {
    server.answer(says('好'));
    expect(await complete(open(`${server.baseUrl}/`))).toBe('好');
    expect(server.prompts).toEqual(['你好']);
    expect(server.headers[0]?.authorization).toBe('Bearer fictional-key');
  });

  it('without a key gets none', async () => {
    server.answer(says('好'));
    await complete(open(server.baseUrl, ''));
    expect(server.headers[0]?.authorization).toBeUndefined();
  });

  it.each([
    ['says nothing in time', 'late', () => {}],
    ['stops in the middle', 'late', (r) => r.write('{"choices":')],
    ['refuses', 'refused', (r) => r.writeHead(429).end('{}')],
    ['sends elsewhere', 'refused', (r) => r.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['breaks off', 'unreachable', (r) => r.destroy()],
    ['answers in prose', 'unreadable', (r) => r.end('好的')],
    ['answers in another shape', 'unreadable', (r) => r.end('{"choices":[]}')],
    ['never ends', 'too_long', (r) => r.end(JSON.stringify({ choices: [], x: '长'.repeat(100_000) }))],
  ] satisfies [string, string, Parameters<FakeModel['answer']>[0]][])(
    'that %s: %s',
    async (_, reason, answer) => {
      server.answer(answer);
      await expect(complete(open(), 150)).rejects.toMatchObject({ name: 'ModelError', reason });
    },
  );

  it('that is not there', async () => {
    const model = open();
    await server.close();
    await expect(complete(model)).rejects.toMatchObject({ name: 'ModelError', reason: 'unreachable' });
  });
});

it('without the settings there is none', () => {
  expect(modelOf({ model: undefined })).toBeUndefined();
});
