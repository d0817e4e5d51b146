import Database from 'better-sqlite3';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, it } from 'vitest';
import { AppError } from '../../src/kernel/errors.ts';
import { faultOf } from '../../src/kernel/fault.ts';

const SAID = '王某某反映的事';

function thrownBy(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

const empty = new Database(':memory:');
const driver = thrownBy(() => empty.prepare('select * from question'));
const near = thrownBy(() => empty.prepare(SAID));

it.each<[string, unknown, string]>([
  [
    'a query that quotes its values',
    new DrizzleQueryError('insert …', [SAID], driver),
    'no such table: question',
  ],
  [
    'the same on D1',
    new DrizzleQueryError('…', [SAID], new Error('D1_ERROR: no such table: x')),
    'no such table: x',
  ],
  [
    'a mistake in the code',
    thrownBy(() => (undefined as unknown as { a: string }).a),
    'TypeError: Cannot read',
  ],
  ['text that was no JSON', thrownBy(() => JSON.parse(SAID)), 'SyntaxError'],
  ['a refusal that repeats what was typed', new AppError('invalid', SAID), 'AppError'],
  ['a query that is quoted itself', near, 'SqliteError'],
  ['anything else', SAID, 'string'],
])('the log learns of %s what went wrong and where, and nothing of the data', (_, error, telling) => {
  const { fault, frames } = faultOf(error);
  expect(fault).toContain(telling);
  expect(JSON.stringify({ fault, frames })).not.toContain(SAID);
  if (error instanceof Error) expect(frames[0]).toMatch(/^at /);
});
