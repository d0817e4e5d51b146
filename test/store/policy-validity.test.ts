import { beforeEach, describe, expect, it } from 'vitest';
import { localFigure, unit } from '../../db/schema/index.ts';
import type { Content } from '../../src/policy/content.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import { findFigures } from '../../src/policy/repo.ts';
import { sample } from '../policy/fixtures/questions.ts';
import { ask } from '../policy/world.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { freshStore } from './backend.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = testRuntime('2026-06-22T09:00', { store: await freshStore() });
  const { db } = runtime.store;
  await db.insert(unit).values([
    { code: 'T1', name: '柳溪镇', tier: 'township', county: '青禾县' },
    { code: 'C1', name: '青禾县委办公室', tier: 'office', county: '青禾县' },
  ]);
  await publish(sample.allowance, sample.meetings);
});

async function publish(...contents: Content[]): Promise<void> {
  await runtime.store.atomically(await publishWrites(testCtx(runtime), contents));
}

const housing = (more: Partial<Content>): Content => ({
  ...sample.fiveSmall,
  number: 'ZZ01',
  question: '周转房一间的面积标准是多少',
  like: ['周转房面积标准', '周转房一间多大'],
  topic: '周转房',
  factIds: ['ZZ-01'],
  ...more,
});

describe('validity and scope', () => {
  it('the text of then, of the entry itself and of the one it replaced', async () => {
    await publish(
      housing({ number: 'ZZ90', answer: '十八。', validUntil: '2021-12-31', replacedBy: 'ZZ01' }),
      housing({ answer: '二十。', validFrom: '2022-01-01' }),
    );
    await publish(housing({ answer: '二十五。', validFrom: '2024-07-01' }));
    for (const [text, said, reason] of [
      ['周转房面积标准', '二十五。', 'found'],
      ['2023年周转房面积标准', '二十。', 'in_force_then'],
      ['2020年周转房面积标准', '十八。', 'in_force_then'],
      ['以前的周转房面积标准', '二十。', 'in_force_then'],
    ] as const) {
      const asked = await ask(runtime, text);
      expect([text, asked.reason]).toEqual([text, reason]);
      expect(asked.text).toContain(said);
    }
  });

  it('an expired trial with its warning, one’s own county before all others', async () => {
    await publish(
      housing({ document: '《办法（试行）》', validUntil: '2025-12-31', answer: '全市。' }),
      housing({ number: 'ZZ50', answer: '本县。', units: ['C1'] }),
    );
    const nobody = { actor: { kind: 'person', openId: 'ou_x', name: '', grants: [] } as const };
    expect(await ask(runtime, '周转房面积标准')).toMatchObject({ entryIds: ['ZZ50'] });
    expect(await ask(runtime, '周转房面积标准', nobody)).toMatchObject({
      entryIds: ['ZZ01'],
      reason: 'expired_trial',
    });
  });

  it('local figures of the county', async () => {
    const { db } = runtime.store;
    await db.insert(localFigure).values([
      { code: 'LOC-13', values: { 内容: '全市' } },
      { code: 'LOC-13', unit: 'C1', values: { 内容: '本县' } },
    ]);
    const scope = { units: ['T1'], counties: ['青禾县'] };
    expect(await findFigures(db, ['LOC-13'], scope)).toMatchObject([{ values: { 内容: '本县' } }]);
    expect(await findFigures(db, ['LOC-13'], { units: [] })).toMatchObject([{ values: { 内容: '全市' } }]);
  });
});
