import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { facts, localFigureKinds } from '../../db/seed/facts.ts';
import { starterQuestions } from '../../db/seed/questions/index.ts';
import { readNumber } from '../../src/kernel/number.ts';
import { contentOfStarter } from '../../src/policy/content.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import type { AskResult } from '../../src/policy/verbs/ask-question.ts';
import { askQuestions } from '../../src/policy/verbs/ask-questions.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';
import { privately } from './world.ts';

/**
 * Questions written before the entries' phrasings for them were looked at, and labelled from the fact table alone. The
 * first run over a file is the honest estimate; afterwards it guards against falling behind.
 */
const FILES = ['unseen', 'unseen-2', 'unseen-3', 'unseen-4', 'unseen-5', 'unseen-6'] as const;

interface Question {
  q: string;
  kind: keyof typeof DECISIONS;
  fact_ids: string[];
}

const DECISIONS = {
  answerable: ['answer'],
  needs_local_figure: ['local_gap'],
  calculator: ['calculate'],
  out_of_scope: ['unknown', 'sensitive', 'refuse'],
};

interface Asked {
  question: Question;
  result: AskResult;
}

const asked = new Map<string, Asked[]>();

beforeAll(async () => {
  const runtime = testRuntime('2026-06-22T09:00');
  await runtime.store.atomically(
    await publishWrites(testCtx(runtime), starterQuestions.map(contentOfStarter)),
  );
  for (const file of FILES) {
    const results: Asked[] = [];
    for (const question of questionsIn(file)) {
      const { result } = await askQuestions(testCtx(runtime), { text: question.q, chat: privately });
      results.push({ question, result });
    }
    asked.set(file, results);
  }
}, 120_000);

function questionsIn(file: string): Question[] {
  const lines = readFileSync(new URL(`./fixtures/${file}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Question);
}

const isDecided = ({ question, result }: Asked) => DECISIONS[question.kind].includes(result.decision);
const isGrounded = ({ question, result }: Asked) =>
  question.fact_ids.some((id) => result.factIds.includes(id));

/** Share of those that hold; in words which do not, so that a failure can be read. */
function share(all: readonly Asked[], holds: (one: Asked) => boolean) {
  const failed = all.filter((one) => !holds(one));
  return {
    share: 1 - failed.length / all.length,
    failed: failed.map(
      ({ question, result }) => `${question.q} → ${result.decision} ${result.entryIds.join(' ')}`,
    ),
  };
}

describe.each(FILES)('%s', (file) => {
  it('is decided as the fact table wants it (issue 3: 97 %)', () => {
    const { share: right, failed } = share(asked.get(file) ?? [], isDecided);
    expect(right, failed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('rests on the facts that answer it (issue 3: 95 %)', () => {
    const inScope = (asked.get(file) ?? []).filter(({ question }) => question.kind !== 'out_of_scope');
    const { share: right, failed } = share(inScope, isGrounded);
    expect(right, failed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('every calculation is made', () => {
    const sums = (asked.get(file) ?? []).filter(({ question }) => question.kind === 'calculator');
    expect(share(sums, isDecided).failed).toEqual([]);
  });

  it('no digit stands in an answer that is neither cited, nor asked with, nor computed before the eyes', () => {
    const strange = (asked.get(file) ?? []).flatMap(({ question, result }) => {
      const unknown = strangeDigits(question.q, result);
      return unknown.length > 0 ? [`${question.q} → ${unknown.join(' ')}`] : [];
    });
    expect(strange).toEqual([]);
  });
});

/** Lines that show how something was reckoned. */
const SHOWN = /[×÷＝≈＋−]|(?:不|要)算：|^要算到/;

function strangeDigits(question: string, { text, factIds, entryIds }: AskResult): number[] {
  const shown = text.split('\n').filter((line) => SHOWN.test(line));
  const cited = factIds
    .map((id) => facts.get(id))
    .flatMap((fact) => [fact?.text, fact?.figures, fact?.source]);
  const missing = starterQuestions
    .filter(({ number }) => entryIds.includes(number))
    .flatMap(({ localFigures }) => localFigures.map((code) => localFigureKinds.get(code)?.title));
  const known = new Set([question, ...shown, ...cited, ...missing].flatMap((part) => numbersIn(part ?? '')));
  const said = (question.match(/[一二两三四五六七八九十百千万]+/g) ?? []).map(readNumber);
  return digitsIn(text).filter((value) => !known.has(value) && !said.includes(value));
}

/** 08 in a date is 8; ten thousands are written with or without 万. */
function digitsIn(text: string): number[] {
  return (text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}

function numbersIn(text: string): number[] {
  return [...digitsIn(text), ...(text.match(/[\d.]+[万千]/g) ?? []).map((one) => readNumber(one) ?? 0)];
}
