import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { actionText, dataText, targetText } from '../../src/console/sections/audit/words.ts';
import { subjectText } from '../../src/console/sections/outbox/words.ts';

const root = fileURLToPath(new URL('../../src', import.meta.url));
const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('simulator'))
  .map((path) => readFileSync(join(root, path), 'utf8'));

it('every action that is recorded has a Chinese name', () => {
  const actions = new Set(
    code.flatMap((text) =>
      [...text.matchAll(/auditRow\([^)]*?'([a-z-]+\.[a-z-]+)'/g)].map((match) => match[1] ?? ''),
    ),
  );
  expect(actions.size).toBeGreaterThan(35);
  for (const action of actions) expect(actionText(action), action).not.toContain(action);
  expect(actionText('policy.something-new')).toBe('政策问答（policy.something-new）');
});

it('every message that goes out unasked is called by what it is about', () => {
  const about = new Set(
    code.flatMap((text) =>
      [...text.matchAll(/(?:key: |return )`([a-z-]+(?:\.[a-z-]+)?)@/g)].map((match) => match[1] ?? ''),
    ),
  );
  expect(about.size).toBeGreaterThan(20);
  for (const name of about)
    if (!name.startsWith('chat.')) expect(subjectText(name), name).toMatch(/[\u4e00-\u9fff]/);
});

it.each([
  ['workbook', '工作簿'],
  ['filing:BA-7', '备案 BA-7'],
  ['setting:delivery.stopped', '系统设置'],
  ['2026-06:B02', '2026-06:B02'],
  ['constructor', 'constructor'],
  ['', ''],
])('the target %j reads %j', (target, text) => {
  expect(targetText(target)).toBe(text);
});

it.each([
  [{ before: { 发文: 3 }, after: { 发文: 5 } }, '原来：发文 3；现在：发文 5'],
  [{ revision: 2, done: true, reason: '' }, '版本：2；办结：是；原因：空'],
  [{ changed: ['state', 'day'], odd: null }, '改动：state、day；odd：空'],
  [{}, ''],
])('%j reads %s', (data, text) => {
  expect(dataText(data)).toBe(text);
});
