import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { localFigure, question, questionRevision, unit } from '../../db/schema/index.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import type { Content } from '../../src/policy/content.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import { findFigures } from '../../src/policy/repo.ts';
import { checkQuestions } from '../../src/policy/retrieval/verbs/check-questions.ts';
import { momentIn, textThen } from '../../src/policy/rules/validity.ts';
import { showQuestion } from '../../src/policy/verbs/show-question.ts';
import { withdrawQuestion } from '../../src/policy/verbs/withdraw-question.ts';
import { person, type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { sample, samples } from './fixtures/questions.ts';
import { ask, post } from './world.ts';

const TODAY = '2026-06-22';

describe('the time that a question asks about', () => {
  it.each([
    ['2023 年那会儿标准是多少', '2023-01-01', '2023-12-31'],
    ['2023那会儿的补贴怎么算', '2023-01-01', '2023-12-31'],
    ['２０２３年标准是啥', '2023-01-01', '2023-12-31'],
    ['二〇二三年的办法', '2023-01-01', '2023-12-31'],
    ['二零二二年标准多少', '2022-01-01', '2022-12-31'],
    ['23年那会儿补贴咋算', '2023-01-01', '2023-12-31'],
    ['2022年上半年发了多少文件', '2022-01-01', '2022-06-30'],
    ['2022年下半年的口径', '2022-07-01', '2022-12-31'],
    ['2023年2月的规定', '2023-02-01', '2023-02-28'],
    ['2023年底的标准', '2023-12-01', '2023-12-31'],
    ['去年的标准是多少', '2025-01-01', '2025-12-31'],
    ['前年办法咋规定的', '2024-01-01', '2024-12-31'],
    ['大前年的政策', '2023-01-01', '2023-12-31'],
    ['三年前的标准', '2023-01-01', '2023-12-31'],
  ])('%s', (text, from, until) => {
    expect(momentIn(text, TODAY)).toMatchObject({ kind: 'then', from, until });
  });

  it.each([
    '以前的标准是多少',
    '老办法怎么算',
    '当时标准是多少',
    '标准原来是多少',
    '修订前的规定',
    '改之前的口径',
  ])('some time before: %s', (text) => expect(momentIn(text, TODAY)).toMatchObject({ kind: 'earlier' }));

  it.each([
    '标准是多少',
    '今年的标准',
    '2026年标准',
    '2027年的办法',
    '我去年10月借调到县里，补贴能不能领',
    '去年给多少人澄清了',
    '我以前在A镇干了6年，补贴怎么算',
    '30日以前报数有规定吗',
    '发文之前要走什么程序',
    '干了23年，补贴标准多少',
    '2021年以来培训多少人',
    '国办函〔2026〕12号的规定',
    '中办发〔2018〕29号规定了什么',
    '2015年起实行的通知怎么定的',
  ])('no past rule: %s', (text) => expect(momentIn(text, TODAY)).toBeUndefined());

  it('is reckoned from Shanghai’s today', () => {
    expect(momentIn('去年的标准', '2027-01-01')).toMatchObject({ from: '2026-01-01' });
    expect(momentIn('去年的标准', '2026-12-31')).toMatchObject({ from: '2025-01-01' });
  });

  it('the last of several texts of that time stands; an open one ends where the next begins', () => {
    const texts = [
      { name: 'a', validFrom: '2020-01-01', validUntil: '' },
      { name: 'b', validFrom: '2023-07-01', validUntil: '2024-12-31' },
      { name: 'c', validFrom: '2025-03-01', validUntil: '' },
    ];
    const then = (from: string, until: string) =>
      textThen(texts, { kind: 'then', from, until, said: '' })?.name;
    expect(then('2019-01-01', '2019-12-31')).toBeUndefined();
    expect(then('2022-01-01', '2022-12-31')).toBe('a');
    expect(then('2023-01-01', '2023-12-31')).toBe('b');
    expect(then('2026-01-01', '2026-12-31')).toBe('c');
    expect(textThen(texts, { kind: 'earlier', said: '' })?.name).toBe('b');
    expect(textThen(texts.slice(0, 1), { kind: 'earlier', said: '' })).toBeUndefined();
  });
});

let runtime: TestRuntime;
beforeEach(() => {
  runtime = testRuntime(`${TODAY}T09:00`);
});

async function publish(...contents: Content[]): Promise<void> {
  await runtime.store.atomically(await publishWrites(testCtx(runtime), contents));
}

/** A rule on housing, whose text differs from year to year. */
const housing = (more: Partial<Content>): Content => ({
  ...sample.fiveSmall,
  number: 'ZZ01',
  question: '周转房一间的面积标准是多少',
  like: ['周转房面积标准', '周转房一间多大', '周转房标准是多少平方米', '住房标准是多少'],
  topic: '周转房',
  factIds: ['ZZ-01'],
  document: '《周转房管理办法》',
  office: '市住建局',
  ...more,
});

async function reply(text: string, actor?: Actor) {
  const { decision, reason, entryIds, text: said } = await ask(runtime, text, actor ? { actor } : {});
  return { decision, reason, entryIds, said };
}

describe('a question about the past', () => {
  beforeEach(() => publish(sample.allowance, sample.meetings));

  it('gets the revision in force then, says so, and leads to the present one', async () => {
    await publish(housing({ answer: '每间二十平方米。', validFrom: '2022-01-01' }));
    await publish(housing({ answer: '每间二十五平方米。', validFrom: '2024-07-01' }));
    const then = await ask(runtime, '2023 年那会儿周转房标准是多少');
    expect(then).toMatchObject({ decision: 'answer', reason: 'in_force_then', entryIds: ['ZZ01'] });
    expect(then.text).toContain('二十平方米');
    expect(then.text).toContain('您问的是“2023年”');
    expect(then.text).not.toContain('二十五平方米');
    expect(JSON.stringify(then.card)).toContain('看现行规定');
    expect((await reply('周转房标准是多少')).said).toContain('二十五平方米');
    expect((await reply('2025年周转房标准是多少')).reason).toBe('found');
    expect(await reply('以前周转房标准是多少，老标准')).toMatchObject({ reason: 'in_force_then' });
  });

  it('gets the entry that has been replaced since', async () => {
    await publish(
      housing({ number: 'ZZ90', answer: '每间十八平方米。', validUntil: '2023-12-31', replacedBy: 'ZZ01' }),
      housing({ answer: '每间二十五平方米。', validFrom: '2024-01-01' }),
    );
    expect(await reply('2022年周转房面积标准')).toMatchObject({
      reason: 'in_force_then',
      entryIds: ['ZZ90'],
      said: expect.stringContaining('只管到2023年12月31日'),
    });
    expect(await reply('周转房面积标准')).toMatchObject({ reason: 'found', entryIds: ['ZZ01'] });
    expect(await reply('以前的周转房面积标准')).toMatchObject({ entryIds: ['ZZ90'] });
  });

  it('gets an entry that has simply ended', async () => {
    await publish(housing({ number: 'ZZ90', answer: '每间十八平方米。', validUntil: '2023-12-31' }));
    expect(await reply('2023年周转房面积标准')).toMatchObject({
      reason: 'in_force_then',
      entryIds: ['ZZ90'],
    });
    expect((await reply('周转房面积标准')).entryIds).not.toContain('ZZ90');
  });

  it('is told when only the present text is known', async () => {
    await publish(housing({ answer: '每间二十五平方米。', validFrom: '2024-07-01' }));
    expect(await reply('2021年周转房面积标准')).toMatchObject({
      decision: 'answer',
      reason: 'only_later',
      said: expect.stringContaining('那时的规定没有录入，下面是2024年7月1日起施行的现行规定'),
    });
  });

  it('an old text shows no figures of today', async () => {
    await publish(housing({ validFrom: '2022-01-01', localFigures: ['LOC-13'] }));
    await publish(housing({ answer: '见本地表。', validFrom: '2024-07-01', localFigures: ['LOC-13'] }));
    await runtime.store.db.insert(localFigure).values({ code: 'LOC-13', values: { 内容: '二十五平方米' } });
    expect((await reply('周转房面积标准')).said).toContain('二十五平方米');
    expect((await reply('2023年周转房面积标准')).said).not.toContain('二十五平方米');
  });
});

describe('an expired document on trial', () => {
  const trial = housing({
    document: '《周转房管理办法（试行）》',
    validUntil: '2025-12-31',
    answer: '只住不卖。',
  });

  it('still asked for, is answered with the warning in front', async () => {
    await publish(trial, sample.meetings);
    const { decision, reason, said } = await reply('周转房面积标准');
    expect({ decision, reason }).toEqual({ decision: 'answer', reason: 'expired_trial' });
    expect(said.split('\n')[1]).toMatch(/^原办法已到期，请向市住建局核实。/);
    expect(said).toContain('只住不卖');
    const shown = await showQuestion(testCtx(runtime), { number: 'ZZ01', place: 'private' });
    expect(JSON.stringify(shown.result)).toContain('原办法已到期，请向市住建局核实');
  });

  it('on its last day has nothing in front', async () => {
    runtime.clock.set('2025-12-31T17:00');
    await publish(trial, sample.meetings);
    expect(await reply('周转房面积标准')).toMatchObject({ reason: 'found' });
  });

  it('that was replaced is not served, and who asks in its words is led to the successor', async () => {
    await publish(
      {
        ...trial,
        number: 'ZZ90',
        replacedBy: 'ZZ02',
        like: ['住房试行那个文怎么规定'],
        question: '住房试行办法',
      },
      housing({
        number: 'ZZ02',
        question: '乡镇干部住房怎么安排',
        like: ['宿舍怎么分'],
        answer: '按新办法。',
      }),
      sample.meetings,
    );
    expect(await reply('住房试行那个文怎么规定')).toMatchObject({
      reason: 'replaced',
      entryIds: ['ZZ02'],
      said: expect.stringContaining('已经失效，下面是替代它的现行规定'),
    });
  });

  it('that was no trial is not served', async () => {
    await publish({ ...trial, document: '《周转房管理办法》' }, sample.meetings);
    const { decision, said } = await reply('周转房面积标准');
    expect(decision).toBe('unknown');
    expect(said).not.toContain('只住不卖');
  });
});

describe('only what is published, enabled and valid can be served', () => {
  const words = '周转房面积标准';
  const ids = async (text = words) => (await ask(runtime, text)).entryIds;

  it('a draft is never served, not even for a past it claims', async () => {
    await publish(housing({ answer: '第一版。', validFrom: '2020-01-01' }), sample.meetings);
    const content = housing({ answer: '草稿。', validFrom: '2022-01-01' });
    await runtime.store.db
      .insert(questionRevision)
      .values({ ...content, revision: 2, author: 'person:ou_editor', createdAt: 1 });
    expect((await ask(runtime, words)).text).toContain('第一版');
    expect((await ask(runtime, `2023年${words}`)).text).toContain('第一版');
    await publish(housing({ answer: '第三版。', validFrom: '2024-01-01' }));
    expect((await ask(runtime, `2023年${words}`)).text).toContain('第一版');
    expect((await ask(runtime, words)).text).toContain('第三版');
  });

  it('a withdrawn entry is served neither now nor for the past, at once', async () => {
    await publish(housing({ answer: '旧。', validFrom: '2020-01-01' }), sample.meetings);
    await publish(housing({ answer: '新。', validFrom: '2024-01-01' }));
    const { writes } = await withdrawQuestion(testCtx(runtime), { number: 'ZZ01' });
    await runtime.store.atomically(writes);
    expect(await ids()).toEqual([]);
    expect(await ids(`2023年${words}`)).toEqual([]);
    await runtime.store.db.update(question).set({ enabled: false }).where(eq(question.number, 'HY01'));
    expect(await ids('三个不开是啥')).toEqual([]);
  });

  it.each([
    ['not yet in force', { validFrom: '2026-06-23' }, false],
    ['in force from today', { validFrom: TODAY }, true],
    ['in force until today', { validUntil: TODAY }, true],
    ['ended yesterday', { validUntil: '2026-06-21' }, false],
  ])('%s', async (_, more, served) => {
    await publish(housing(more), sample.meetings);
    expect(await ids()).toEqual(served ? ['ZZ01'] : []);
    const shown = showQuestion(testCtx(runtime), { number: 'ZZ01', place: 'private' });
    if (served) await expect(shown).resolves.toBeDefined();
    else await expect(shown).rejects.toMatchObject({ code: 'not_found' });
  });

  it('old entries are kept without failing the check of phrasings', async () => {
    await publish(housing({ number: 'ZZ90', validUntil: '2023-12-31' }), sample.meetings);
    expect((await checkQuestions(testCtx(runtime))).result.problems).toEqual([]);
  });
});

describe('entries of one county', () => {
  const general = housing({ answer: '全市每间二十平方米。' });
  const own = housing({ number: 'ZZ50', answer: '本县每间三十平方米。' });
  const other: Actor = person('ou_other', '许宁', { ...post('T2'), county: '松渡县' });
  const noPost: Actor = person('ou_guest', '');

  beforeEach(async () => {
    await runtime.store.db.insert(unit).values([
      { code: 'T1', name: '柳溪镇', tier: 'township', county: '青禾县' },
      { code: 'T2', name: '霜桥镇', tier: 'township', county: '松渡县' },
      { code: 'C1', name: '青禾县委办公室', tier: 'office', county: '青禾县' },
      { code: 'C0', name: '市委办公室', tier: 'office', county: '' },
    ]);
  });

  it.each([
    ['the units named', ['T1', 'C1']],
    ['the county’s office, which stands for all of it', ['C1']],
  ])('win over general ones for that county’s people: %s', async (_, units) => {
    await publish(general, { ...own, units }, ...samples);
    expect(await reply('周转房面积标准')).toMatchObject({ decision: 'answer', entryIds: ['ZZ50'] });
    expect(await reply('周转房面积标准', other)).toMatchObject({ decision: 'answer', entryIds: ['ZZ01'] });
    expect(await reply('周转房面积标准', noPost)).toMatchObject({ decision: 'answer', entryIds: ['ZZ01'] });
  });

  it('leave other subjects alone', async () => {
    await publish({ ...own, units: ['C1'] }, ...samples);
    expect(await reply('五小是哪五小')).toMatchObject({ entryIds: ['WX01'] });
  });

  it('do not exist for others', async () => {
    await publish({ ...own, units: ['C1'] }, sample.meetings);
    expect((await reply('周转房面积标准', other)).entryIds).toEqual([]);
    const shown = showQuestion(testCtx(runtime, other), { number: 'ZZ50', place: 'private' });
    await expect(shown).rejects.toMatchObject({ code: 'not_found' });
  });

  it('local figures: one’s own unit before the county, the county before everybody', async () => {
    const { db } = runtime.store;
    const figure = (code: string, of: string) => ({ code, unit: of, values: { 内容: `${code}${of}` } });
    await db
      .insert(localFigure)
      .values([figure('LOC-13', ''), figure('LOC-13', 'C1'), figure('LOC-10', ''), figure('LOC-05', 'C1')]);
    await db.insert(localFigure).values([figure('LOC-05', 'T1'), figure('LOC-10', 'T2')]);
    const scope = { units: ['T1'], counties: ['青禾县'] };
    const found = await findFigures(db, ['LOC-05', 'LOC-10', 'LOC-13'], scope);
    expect(found.map(({ code, unit: of }) => `${code} ${of}`)).toEqual(['LOC-05 T1', 'LOC-10 ', 'LOC-13 C1']);
  });
});
