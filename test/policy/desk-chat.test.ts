import { beforeEach, describe, expect, it } from 'vitest';
import { questionHitDay, questionMiss } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { buttonsOf, cardOf, type Desk, openDesk } from './desk.ts';

const editor = 'ou_gu';
const other = 'ou_he';
const reviewer = 'ou_shen';
const cadre = 'ou_zhou';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({
    at: '2026-06-18T10:00',
    people: [
      ['ou_zhou', '周明', 'T1', 'cadre'],
      ['ou_gu', '顾言', 'S1', 'editor'],
      ['ou_he', '何安', 'S1', 'editor'],
      ['ou_shen', '沈核', 'S1', 'approver'],
      ['ou_tong', '童筹', 'S3', 'coordinator'],
    ],
  });
});

const textOf = (card: Card | undefined) => (card ? cardText(card) : '');

describe('改', () => {
  it('opens the current text, ready to be typed over; one tap saves and sends it to review', async () => {
    const form = await desk.say(editor, '改 WX01');
    expect(textOf(form)).toContain('在正在用的第 1 版上改');
    expect(textOf(form)).toContain('标准问题：“五小”是哪五小');
    const sent = await desk.tap(editor, form, '保存', { answer: '新的答复。' });
    expect(textOf(cardOf(sent))).toBe('已送审\nWX01 已请 1 位政策审核看。有结果我会告诉您。');
    expect(textOf(await desk.say(cadre, '五小指什么'))).not.toContain('新的答复');
  });

  it.each(['改WX01', '改 wx01', '改　WX01'])('%s is understood', async (said) => {
    expect((await desk.say(editor, said)).title).toBe('改 WX01');
  });

  it('without a number says what to write, with an unknown one that there is none', async () => {
    expect(textOf(await desk.say(editor, '改'))).toContain('如“改 BT01”');
    expect(textOf(await desk.say(editor, '改 Q12'))).toContain('没有编号为 12 的条目');
  });

  it('two editors with the same card open do not overwrite each other', async () => {
    const [mine, theirs] = [await desk.say(editor, '改 WX01'), await desk.say(other, '改 WX01')];
    await desk.tap(editor, mine, '保存', { answer: '顾的。', keep: 'draft' });
    const refused = await desk.tap(other, theirs, '保存', { answer: '何的。' });
    expect(refused.toast?.tone).toBe('error');
    expect(refused.toast?.text).toContain('顾言已在');
    expect(textOf(await desk.say(other, '改 WX01'))).toContain('答复：顾的。');
  });

  it('tells all problems at once and keeps what was typed', async () => {
    const form = await desk.say(editor, '改 WX01');
    const refused = await desk.tap(editor, form, '保存', {
      document: '机密★年鉴',
      validUntil: '明年',
    });
    expect(refused.card).toBeUndefined();
    expect(refused.toast?.text).toMatch(/依据文件：.*失效日：/);
  });

  it('a draft can be sent later', async () => {
    const saved = await desk.tap(editor, await desk.say(editor, '改 WX01'), '保存', {
      answer: '甲。',
      keep: 'draft',
    });
    const sent = await desk.tap(editor, cardOf(saved), '送审');
    expect(textOf(cardOf(sent))).toContain('已请 1 位政策审核看');
  });

  it('is no word of those who edit nothing', async () => {
    expect(textOf(await desk.say(cadre, '改 WX01'))).not.toContain('标准问题');
  });
});

describe('待审', () => {
  async function submit(answer: string) {
    await desk.tap(editor, await desk.say(editor, '改 WX01'), '保存', { answer });
    return cardOf(await desk.tap(reviewer, await desk.say(reviewer, '待审'), '看修改和影响'));
  }

  it('the reviewer is told, sees diff and effect, and publishes with one tap; chat answers with it at once', async () => {
    const review = await submit('五小是新的五样。');
    const [note] = await desk.queued(reviewer);
    expect(textOf(note?.card)).toContain('有一条问答等您审核');
    expect(textOf(review)).toContain('答复　');
    expect(textOf(review)).toContain('「');
    expect(textOf(review)).toContain('答复去向都不变');
    const done = await desk.tap(reviewer, review, '通过并发布', { sign: '组签〔2026〕3号' });
    expect(textOf(cardOf(done))).toContain('已通过并发布');
    expect(textOf(await desk.say(cadre, '五小指什么'))).toContain('五小是新的五样。');
    expect((await desk.queued(editor)).map(({ card }) => card.title)).toContain('您的问答已发布');
    expect(textOf(await desk.say(reviewer, '发布'))).toContain('没有等审核的问答');
  });

  it('退回 needs a reason, and the author goes on from it', async () => {
    const review = await submit('甲。');
    expect((await desk.tap(reviewer, review, '退回')).toast?.text).toContain('请写一句理由');
    await desk.tap(reviewer, review, '退回', { reason: '补上条款' });
    const told = (await desk.queued(editor)).at(-1)?.card;
    expect(textOf(told)).toContain('退回理由：补上条款');
    expect(buttonsOf(told as Card).map(({ text }) => text)).toEqual(['接着改']);
    expect((await desk.tap(reviewer, review, '通过并发布')).toast?.text).toContain('已经退回');
  });

  it('the author sees it waiting and cannot decide; a coordinator has no such list', async () => {
    await submit('甲。');
    const seen = cardOf(await desk.tap(editor, await desk.say(editor, '待审'), '看修改和影响'));
    expect(buttonsOf(seen)).toEqual([]);
    expect(textOf(seen)).toContain('等政策审核来审');
    expect(textOf(await desk.say('ou_tong', '待审'))).not.toContain('看修改和影响');
  });
});

describe('试一试', () => {
  it('shows answer, certainty and neighbours, and leaves no trace', async () => {
    const card = await desk.say(editor, '试一试 五小指什么');
    expect(textOf(card)).toMatch(/会怎样：直接答　把握 \d+%（35% 起直接答）/);
    expect(textOf(card)).toContain('“五小”是哪五小（WX01）');
    await desk.say(editor, '试一试 彗星轨道');
    const { db } = desk.runtime.store;
    expect(await db.select().from(questionHitDay)).toEqual([]);
    expect(await db.select().from(questionMiss)).toEqual([]);
    expect(textOf(await desk.say(editor, '试一试'))).toContain('后面写一句问话');
  });
});
