import { expect, it } from 'vitest';
import { grant, unit } from '../../db/schema/index.ts';
import { drain } from '../../src/delivery/drain.ts';
import { perform } from '../../src/delivery/perform.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { resendAction } from '../../src/system/actions-resend.ts';
import { readTodo } from '../../src/system/todo.ts';
import { person, testCtx } from '../support/ctx.ts';
import { type House, house, message, queue } from './house.ts';
import { errors } from './platform.ts';

const coordinator = person('ou_zheng', '郑建平', {
  role: 'coordinator',
  unit: 'B01',
  tier: 'office',
  county: '临河县',
});
const admin = person('ou_admin', '管理员', { role: 'admin', unit: 'A01', tier: 'office', county: '' });
const cadre = person('ou_9', '干部', {
  role: 'cadre',
  unit: 'B02',
  tier: 'county-department',
  county: '临河县',
});

/** Cards to ou_1 (this county) and ou_2 (another one) have failed; ou_3's has arrived. */
async function failed(): Promise<House> {
  const home = await house('2026-06-22T09:05');
  const { db } = home.runtime.store;
  await home.runtime.store.atomically([
    db.insert(unit).values({ code: 'B02', name: '县教育局', tier: 'county-department', county: '临河县' }),
    db.insert(unit).values({ code: 'C02', name: '县教育局', tier: 'county-department', county: '望泉县' }),
    db.insert(grant).values({ openId: 'ou_1', unit: 'B02', role: 'liaison' }),
    db.insert(grant).values({ openId: 'ou_2', unit: 'C02', role: 'liaison' }),
  ]);
  for (const openId of ['ou_1', 'ou_2']) home.platform.script([errors.noScope], openId);
  await queue(
    home.runtime,
    [1, 2, 3].map((n) => message(`m${n}`, { openId: `ou_${n}` })),
  );
  await drain(home.runtime, home.platform, { limit: 100 });
  return home;
}

async function taps(home: House, actor: Actor): Promise<string> {
  const { toast } = await perform(
    home.runtime.store,
    () => testCtx(home.runtime, actor),
    (ctx) => resendAction.run(ctx, {} as never),
  );
  await drain(home.runtime, home.platform, { limit: 100 });
  return toast?.text ?? '';
}

const texts = (home: House) => home.platform.shown.map(({ text }) => text);
const lines = async (home: House, actor: Actor) =>
  (await readTodo(testCtx(home.runtime, actor))).map(({ text }) => text);

it('a coordinator sends again to the failed recipients of their own level, and to nobody else', async () => {
  const home = await failed();
  expect(await lines(home, coordinator)).toEqual(['近 7 天有 1 个收件人没有收到消息']);
  expect(await taps(home, coordinator)).toContain('1 个收件人');
  expect(texts(home)).toEqual(['m3', 'm1']);
  expect(await taps(home, coordinator)).toBe('没有要补发的了。');
  expect(await lines(home, coordinator)).toEqual([]);
});

it('an administrator sends again to all of them; whoever holds no such post sees and does nothing', async () => {
  const home = await failed();
  expect(await lines(home, cadre)).toEqual([]);
  await expect(taps(home, cadre)).rejects.toThrow(/系统管理员、统筹员/);
  expect(await lines(home, admin)).toEqual(['近 7 天有 2 个收件人没有收到消息']);
  await taps(home, admin);
  expect(texts(home).toSorted()).toEqual(['m1', 'm2', 'm3']);
});
