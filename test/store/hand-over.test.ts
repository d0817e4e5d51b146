import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { askedQuestion, handedQuestion, questionMiss, questionRevision } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { perform } from '../../src/delivery/perform.ts';
import { answerQuestion } from '../../src/policy/human/verbs/answer-question.ts';
import { handOver } from '../../src/policy/human/verbs/hand-over.ts';
import { cardOf, type Desk, openDesk } from '../policy/desk.ts';
import { person, testCtx } from '../support/ctx.ts';
import { mortal } from '../support/mortal.ts';
import { freshStore } from './backend.ts';

const me = 'ou_zhou';
const editor = 'ou_gu';
const other = 'ou_he';

async function latest(desk: Desk, openId: string): Promise<Card> {
  return (await desk.queued(openId)).at(-1)?.card as Card;
}

describe('a question to a human', () => {
  it('there and back, once each, with two editors at the same moment', async () => {
    const desk = await openDesk({ store: await freshStore() });
    const { db } = desk.runtime.store;
    const preview = cardOf(await desk.tap(me, await desk.say(me, '五小指什么'), '转人工'));
    await Promise.all([1, 2].map(() => desk.tap(me, preview, '发送')));
    expect(await db.select().from(askedQuestion)).toEqual([]);
    await desk.deliver();
    const cards = [await latest(desk, editor), await latest(desk, other)] as const;
    const answers = await Promise.all([
      desk.tap(editor, cards[0], '发送答复', { answer: '甲', keep: 'draft' }),
      desk.tap(other, cards[1], '发送答复', { answer: '乙', keep: 'draft' }),
    ]);
    expect(answers.map(({ toast }) => toast?.tone ?? '').sort()).toEqual(['success', 'warning']);
    const [row, ...rest] = await db.select().from(handedQuestion);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ state: 'answered', asker: '', draft: 'RG20260622-1' });
    expect(cardText(await latest(desk, me))).toContain(row?.answer);
    const drafts = await db.select().from(questionRevision).where(sql`published_at is null`);
    expect(drafts.map(({ number, answer }) => [number, answer])).toEqual([['RG20260622-1', row?.answer]]);
    const form = cardOf(await desk.tap(me, await latest(desk, me), '追问'));
    await Promise.all(['那丙呢', '那丁呢'].map((question) => desk.tap(me, form, '发送追问', { question })));
    expect(await db.select().from(handedQuestion)).toHaveLength(2);
  });

  it('misses are gathered, told on Monday, and become a draft once', async () => {
    const desk = await openDesk({ store: await freshStore() });
    const { db } = desk.runtime.store;
    for (const text of ['彗星轨道', '彗星的轨道', '彗星轨道']) await desk.say(me, text);
    desk.runtime.clock.set('2026-06-29T09:16');
    await desk.runJob('policy.digest', '2026-06-29');
    const digest = await latest(desk, editor);
    expect(cardText(digest)).toContain('彗星轨道　问过 3 次');
    await desk.tap(editor, digest, '新建条目草稿');
    const form = await latest(desk, editor);
    const saved = await Promise.all(
      [1, 2].map(() => desk.tap(editor, form, '存为草稿', { answer: '不归我们管。' })),
    );
    expect(saved.map(({ toast }) => toast?.tone ?? '').sort()).toEqual(['error', 'success']);
    expect((await db.select().from(questionMiss)).every(({ handled }) => handled)).toBe(true);
    desk.runtime.clock.set('2026-10-29T03:26');
    await desk.runJob('policy.forget', '2026-10-29');
    expect(await db.select().from(questionMiss)).toEqual([]);
  });

  it('a crash before or after any commit leaves all or nothing, and the next try brings it to its end', async () => {
    for (let death = 1; death <= 5; death++) {
      const desk = await openDesk({ store: await freshStore() });
      const { runtime } = desk;
      const preview = await desk.say(me, '五小指什么');
      await desk.tap(me, preview, '转人工');
      const [asked] = await runtime.store.db.select().from(askedQuestion);
      const id = asked?.id ?? '';
      const cadre = person(me, '周明');
      const gu = person(editor, '顾言', { role: 'editor', unit: 'S1', tier: 'city-department', county: '' });
      const life = async (store: typeof runtime.store) => {
        await perform(
          store,
          () => testCtx(runtime, cadre),
          (ctx) => handOver(ctx, { asked: id, number: 'WX01' }),
        );
        await perform(
          store,
          () => testCtx(runtime, gu),
          (ctx) =>
            answerQuestion(ctx, { id, answer: '五样。', basis: '', draft: true, messageId: 'om_form' }),
        );
      };
      const process = mortal(death);
      await process.survives(() => life(process.store(runtime.store)));
      await life(runtime.store);
      const rows = await runtime.store.db.select().from(handedQuestion);
      expect(rows).toMatchObject([{ state: 'answered', asker: '', draft: 'RG20260622-1' }]);
      expect((await desk.queued(me)).filter(({ key }) => key.startsWith('policy.reply@'))).toHaveLength(1);
    }
  });
});
