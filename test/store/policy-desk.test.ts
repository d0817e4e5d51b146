import { and, eq, like } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  audit,
  outbox,
  questionHitDay,
  questionMiss,
  questionReview,
  questionRevision,
} from '../../db/schema/index.ts';
import { previewEffect } from '../../src/policy/desk/effect/preview-effect.ts';
import { findNearDuplicates } from '../../src/policy/desk/find-near.ts';
import { findOnDesk, findReviewQueue, findRevisionsOf } from '../../src/policy/desk/repo.ts';
import { EMPTY_TEXT } from '../../src/policy/desk/rules/entry-text.ts';
import { tryQuestion } from '../../src/policy/desk/try-question.ts';
import { approveRevision } from '../../src/policy/desk/verbs/approve-revision.ts';
import { recheckEntry } from '../../src/policy/desk/verbs/recheck-entry.ts';
import { replaceEntry } from '../../src/policy/desk/verbs/replace-entry.ts';
import { restoreRevision } from '../../src/policy/desk/verbs/restore-revision.ts';
import { returnDraft } from '../../src/policy/desk/verbs/return-draft.ts';
import { saveRevision } from '../../src/policy/desk/verbs/save-revision.ts';
import { submitForReview } from '../../src/policy/desk/verbs/submit-for-review.ts';
import { withdrawEntry } from '../../src/policy/desk/verbs/withdraw-entry.ts';
import { type DeskHouse, deskHouse } from '../policy/desk-house.ts';
import { ask } from '../policy/world.ts';
import { freshStore } from './backend.ts';

let house: DeskHouse;
beforeEach(async () => {
  house = await deskHouse(await freshStore());
});

const db = () => house.runtime.store.db;
const answerTo = async (text: string) => (await ask(house.runtime, text)).text;
const toldTo = async (openId: string) =>
  (await db().select().from(outbox).where(eq(outbox.target, openId))).map(({ key }) => key);

const fresh = {
  ...EMPTY_TEXT,
  question: '机关停车位怎么申请',
  like: ['停车证怎么办'],
  answer: '向机关事务中心申请，三个工作日办结。',
  document: '机关停车管理办法',
  office: '市委组织部',
};

describe('from draft to publication', () => {
  it('the published text is served until another person has approved the new one, then at once', async () => {
    const revision = await house.submit('ou_gu', 'WX01', { answer: '新的答复：五样小设施。' });
    expect(await answerTo('五小指什么')).not.toContain('新的答复');
    expect((await findReviewQueue(house.as('ou_shen'))).map(({ entry }) => entry.revision)).toEqual([
      revision,
    ]);
    expect(await house.approve('ou_shen', 'WX01', revision)).toEqual({ changed: true });
    expect(await answerTo('五小指什么')).toContain('新的答复');
    expect(await findReviewQueue(house.as('ou_shen'))).toEqual([]);
    expect((await toldTo('ou_gu')).filter((key) => key.startsWith('policy.decided'))).toHaveLength(1);
    const [row] = await db()
      .select()
      .from(audit)
      .where(and(eq(audit.action, 'policy.publish'), eq(audit.actor, 'person:ou_shen')));
    expect(row?.data).toEqual({ before: 1, after: 2 });
  });

  it('a new entry gets a number, is found by nobody before, and by everybody after', async () => {
    const { number } = await house.act('ou_gu', (ctx) =>
      saveRevision(ctx, { number: '', baseRevision: 0, content: fresh }),
    );
    expect(number).toBe('RG20260622-1');
    const again = await house.act('ou_gu', (ctx) =>
      saveRevision(ctx, { number: '', baseRevision: 0, content: fresh }),
    );
    expect(again).toEqual({ number, revision: 1, changed: false });
    await house.act('ou_gu', (ctx) => submitForReview(ctx, { number, revision: 1, remark: '新办法' }));
    expect(await answerTo('停车证怎么办')).not.toContain('机关事务中心');
    await house.approve('ou_shen', number, 1);
    expect(await answerTo('停车证怎么办')).toContain('机关事务中心');
  });

  it('nobody approves their own: the author, the submitter, a part author, nor a program', async () => {
    const revision = await house.submit('ou_both', 'WX01', { answer: '甲。' });
    await expect(house.approve('ou_both', 'WX01', revision)).rejects.toMatchObject({ code: 'forbidden' });
    const next = await house.submit('ou_gu', 'WX01', { answer: '甲，乙。' });
    await expect(house.approve('ou_both', 'WX01', next)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.approve('ou_gu', 'WX01', next)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      house.act('ou_tong', (ctx) => approveRevision(ctx, { number: 'WX01', revision: next, seenEffect: '' })),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await house.approve('ou_shen', 'WX01', next)).toEqual({ changed: true });
  });

  it('what gave way to a newer submission cannot be approved, what was returned neither', async () => {
    const first = await house.submit('ou_gu', 'WX01', { answer: '甲。' });
    const second = await house.submit('ou_he', 'WX01', { answer: '乙。' });
    await expect(house.approve('ou_shen', 'WX01', first)).rejects.toMatchObject({ code: 'conflict' });
    await house.act('ou_shen', (ctx) =>
      returnDraft(ctx, { number: 'WX01', revision: second, reason: '补上条款' }),
    );
    await expect(house.approve('ou_shen', 'WX01', second)).rejects.toMatchObject({ code: 'closed' });
    expect((await toldTo('ou_he')).filter((key) => key.startsWith('policy.decided'))).toHaveLength(1);
    const states = await db().select().from(questionReview).orderBy(questionReview.revision);
    expect(states.map(({ state }) => state)).toEqual(['superseded', 'returned']);
    // Sent again with a word, as it was.
    await house.act('ou_he', (ctx) =>
      submitForReview(ctx, { number: 'WX01', revision: second, remark: '原文没有条款' }),
    );
    expect(await house.approve('ou_shen', 'WX01', second)).toEqual({ changed: true });
  });

  it('of two decisions at once one counts', async () => {
    const revision = await house.submit('ou_gu', 'WX01', { answer: '甲。' });
    const results = await Promise.allSettled([
      house.approve('ou_shen', 'WX01', revision),
      house.act('ou_both', (ctx) => returnDraft(ctx, { number: 'WX01', revision, reason: '再想想' })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [row] = await db().select().from(questionReview);
    expect(row?.state).toBe(results[0]?.status === 'fulfilled' ? 'approved' : 'returned');
  });

  it('no entry is published blind: another publication meanwhile asks for a second look', async () => {
    const revision = await house.submit('ou_gu', 'WX01', { answer: '甲。' });
    const { token } = await previewEffect(house.as('ou_shen'), { number: 'WX01', revision });
    const other = await house.submit('ou_gu', 'HY01', { answer: '另一条。' });
    await house.approve('ou_shen', 'HY01', other);
    const approve = (seenEffect: string) =>
      house.act('ou_shen', (ctx) => approveRevision(ctx, { number: 'WX01', revision, seenEffect }));
    await expect(approve(token)).rejects.toMatchObject({ code: 'stale' });
    await expect(approve('')).rejects.toMatchObject({ code: 'stale' });
    expect(await house.approve('ou_shen', 'WX01', revision)).toEqual({ changed: true });
  });
});

describe('two editors', () => {
  it('cannot overwrite each other; the slower one hears who and when', async () => {
    const content = await house.changed('WX01', { answer: '顾的。' });
    await house.act('ou_gu', (ctx) => saveRevision(ctx, { number: 'WX01', baseRevision: 1, content }));
    await expect(
      house.act('ou_he', async (ctx) =>
        saveRevision(ctx, { number: 'WX01', baseRevision: 1, content: { ...content, answer: '何的。' } }),
      ),
    ).rejects.toMatchObject({
      code: 'conflict',
      text: expect.stringContaining('顾言已在 2026年6月22日 09:00存了第 2 版'),
      data: { newest: 2 },
    });
  });

  it('at the very same moment: one is kept, and both know', async () => {
    const content = await house.changed('WX01', {});
    const results = await Promise.allSettled(
      (['ou_gu', 'ou_he'] as const).map((openId) =>
        house.act(openId, (ctx) =>
          saveRevision(ctx, { number: 'WX01', baseRevision: 1, content: { ...content, answer: openId } }),
        ),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await findOnDesk(db(), 'WX01')).newest.revision).toBe(2);
  });

  it('the same tap twice is one revision', async () => {
    const content = await house.changed('WX01', { answer: '顾的。' });
    const save = () =>
      house.act('ou_gu', (ctx) => saveRevision(ctx, { number: 'WX01', baseRevision: 1, content }));
    expect([await save(), await save()]).toEqual([
      { number: 'WX01', revision: 2, changed: true },
      { number: 'WX01', revision: 2, changed: false },
    ]);
  });
});

describe('whose entries', () => {
  it('a county’s editor has those of the own county only, new ones included', async () => {
    const content = await house.changed('WX01', { answer: '县里的。' });
    const save = (units: string[]) =>
      house.act('ou_xian', (ctx) =>
        saveRevision(ctx, { number: '', baseRevision: 0, content: { ...fresh, units } }),
      );
    await expect(
      house.act('ou_xian', (ctx) => saveRevision(ctx, { number: 'WX01', baseRevision: 1, content })),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(save([])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(save(['C2', 'D1'])).rejects.toMatchObject({ code: 'forbidden' });
    const { number } = await save(['C2']);
    await house.act('ou_xian', (ctx) => submitForReview(ctx, { number, revision: 1, remark: '' }));
    expect(await toldTo('ou_xsh')).toHaveLength(1);
    expect(await toldTo('ou_shen')).toEqual([]);
    expect(await house.approve('ou_xsh', number, 1)).toEqual({ changed: true });
    expect(await answerTo('停车证怎么办')).toContain('机关事务中心');
  });

  it('a coordinator, a cadre and a county’s reviewer decide nothing of the city’s', async () => {
    const revision = await house.submit('ou_gu', 'WX01', { answer: '甲。' });
    for (const openId of ['ou_tong', 'ou_nobody', 'ou_xsh'])
      await expect(house.approve(openId, 'WX01', revision)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await findReviewQueue(house.as('ou_xsh'))).toEqual([]);
    await expect(findReviewQueue(house.as('ou_tong'))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('after publication', () => {
  it('what is withdrawn is answered with no longer, and comes back only through review', async () => {
    await house.act('ou_gu', (ctx) => withdrawEntry(ctx, { number: 'WX01', reason: '文件废止' }));
    expect(await answerTo('五小指什么')).not.toContain('小食堂');
    const { revision } = await house.act('ou_gu', (ctx) =>
      restoreRevision(ctx, { number: 'WX01', revision: 1 }),
    );
    expect(revision).toBe(2);
    expect(await answerTo('五小指什么')).not.toContain('小食堂');
    await house.act('ou_gu', (ctx) => submitForReview(ctx, { number: 'WX01', revision, remark: '' }));
    await house.approve('ou_shen', 'WX01', revision);
    expect(await answerTo('五小指什么')).toContain('小食堂');
    const lines = await findRevisionsOf(house.as('ou_gu'), 'WX01');
    expect(lines.map(({ entry, live, decidedByName }) => [entry.revision, live, decidedByName])).toEqual([
      [2, true, '沈核'],
      [1, false, ''],
    ]);
  });

  it('a replaced entry points to its successor once that is approved', async () => {
    const sent = await house.act('ou_gu', (ctx) => replaceEntry(ctx, { number: 'WX01', by: 'HY01' }));
    expect(sent).toMatchObject({ revision: 2, changed: true });
    await house.approve('ou_shen', 'WX01', 2);
    const { published } = await findOnDesk(db(), 'WX01');
    expect(published).toMatchObject({ replacedBy: 'HY01', validUntil: '2026-06-21' });
    expect(await answerTo('五小指什么')).toContain('替代它的现行规定');
  });

  it('a re-check says that nothing has changed, or sends a new end to review', async () => {
    expect(
      await house.act('ou_gu', (ctx) =>
        recheckEntry(ctx, { number: 'WX01', unchanged: true, remark: '电话核过' }),
      ),
    ).toEqual({ changed: true, reviewBy: '2027-06-22', revision: 0 });
    expect((await findOnDesk(db(), 'WX01')).reviewBy).toBe('2027-06-22');
    expect(
      await house.act('ou_gu', (ctx) =>
        recheckEntry(ctx, { number: 'WX01', validUntil: '2028-12-31', remark: '延期通知' }),
      ),
    ).toEqual({ changed: true, reviewBy: '', revision: 2 });
    expect((await findOnDesk(db(), 'WX01')).published?.validUntil).toBe('');
  });

  it('revisions are never changed', async () => {
    const [before] = await db().select().from(questionRevision).where(eq(questionRevision.number, 'WX01'));
    const revision = await house.submit('ou_gu', 'WX01', { answer: '甲。' });
    await house.approve('ou_shen', 'WX01', revision);
    const [after] = await db().select().from(questionRevision).where(eq(questionRevision.number, 'WX01'));
    expect(after).toEqual(before);
  });
});

describe('the effect of a text', () => {
  it('shows past questions and phrasings that would be answered differently, side by side', async () => {
    await db()
      .insert(questionMiss)
      .values([
        { id: 'm1', text: '停车证找谁办', times: 7, lastDay: '2026-06-20' },
        { id: 'm2', text: '彗星轨道', times: 2, lastDay: '2026-06-20' },
      ]);
    const effect = await previewEffect(house.as('ou_gu'), { number: '', content: fresh });
    expect(
      effect.changes.map(({ asked, before, after }) => [asked.text, before.decision, after.decision]),
    ).toEqual([
      ['停车证找谁办', 'unknown', 'answer'],
      ['机关停车位怎么申请', 'unknown', 'answer'],
      ['停车证怎么办', 'unknown', 'answer'],
    ]);
    expect(effect).toMatchObject({ past: 2, answerChanged: false });
    const end = await previewEffect(house.as('ou_gu'), { number: 'WX01', withdrawal: true });
    expect(end.changes.map(({ asked }) => asked.text)).toContain('五小指什么');
  });

  it('says how many keep the entry and get another answer', async () => {
    const content = await house.changed('WX01', { answer: '五小是食堂、澡堂等五样，另有说明。' });
    const effect = await previewEffect(house.as('ou_gu'), { number: 'WX01', content });
    expect(effect.answerChanged).toBe(true);
    expect(effect.same).toBeGreaterThan(0);
  });

  it('near entries are hinted at, and a question is tried without a trace', async () => {
    const near = await findNearDuplicates(house.as('ou_gu'), '', { ...fresh, like: ['五小指什么'] });
    expect(near.collisions).toMatchObject([{ kind: 'leads_elsewhere', other: 'WX01' }]);
    expect(near.nearest[0]).toMatchObject({ number: 'WX01', phrase: '五小指什么' });
    const tried = await tryQuestion(house.as('ou_gu'), { text: '五小指什么' });
    expect(tried.decision).toBe('answer');
    expect(tried.candidates[0]).toMatchObject({ number: 'WX01', question: '“五小”是哪五小' });
    await tryQuestion(house.as('ou_gu'), { text: '彗星轨道', asUnit: 'T1', on: '2026-01-05' });
    expect(await db().select().from(questionHitDay)).toEqual([]);
    expect(await db().select().from(questionMiss)).toEqual([]);
    expect(await db().select().from(audit).where(like(audit.action, 'policy.draft'))).toEqual([]);
  });
});
