import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CliHouse } from '../../src/cli/command.ts';
import { evaluation } from '../../src/cli/commands/eval.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { testRuntime } from '../support/ctx.ts';
import { samples } from './fixtures/questions.ts';

const CORPUS = samples.map(({ number, question, like, answer, topic }) => ({
  id: number,
  question,
  aliases: like,
  text: answer,
  title: topic,
}));
const QUERIES = [
  { id: 'q1', query: '五小指啥', relevant: ['WX01'], kind: 'user' },
  { id: 'q2', query: '容错纠错的流程怎么走', relevant: ['RC01'], kind: 'user' },
  { id: 'q3', query: '高铁票怎么抢', relevant: [], kind: 'far' },
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingfu-set-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, lines: readonly unknown[]): void {
  writeFileSync(join(folder, name), lines.map((line) => JSON.stringify(line)).join('\n'));
}

function run() {
  const { clock, ids, dice, log, host, calendar } = testRuntime();
  const runtime = { clock, ids, dice, log, host, calendar };
  // The product's own database is never touched: an evaluation brings its own.
  const house = { runtime } as unknown as CliHouse;
  return evaluation.run(house, { words: [folder], options: {} });
}

it('measures a folder over the product’s own index, scoring and gate, with the keys of the contract', async () => {
  write('corpus.jsonl', CORPUS);
  write('queries.jsonl', QUERIES);
  const { lines } = await run();
  const printed: unknown = JSON.parse(lines.at(-1) ?? '');
  expect(printed).toEqual({
    set: folder.split('/').at(-1),
    queries: 3,
    answerable: 2,
    recall1: 1,
    recall3: 1,
    mrr10: 1,
    auroc: 1,
    precisionAtCoverage90: 1,
    coverageAtPrecision95: 1,
    falseAnswerRate: 0,
    p50Ms: expect.any(Number),
    p99Ms: expect.any(Number),
    indexMs: expect.any(Number),
  });
});

it('names the file that is missing and the line that is wrong', async () => {
  await expect(run()).rejects.toThrow('corpus.jsonl');
  write('corpus.jsonl', CORPUS);
  write('queries.jsonl', [QUERIES[0], { id: 'q2' }]);
  const failure = await run().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AppError);
  expect((failure as AppError).text).toContain('第 2 行');
});
