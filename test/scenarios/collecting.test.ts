import { describe, expect, it, vi } from 'vitest';
import { findStates } from '../../src/counts/repo.ts';
import { perform } from '../../src/delivery/perform.ts';
import { contextOf } from '../../src/store/runtime.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { writeWorkbook } from '../../src/system/workbook/write.ts';
import type { Answer, Person } from './person.ts';
import { type Sheets, town, workbook } from './town.ts';
import { openStage, type Stage } from './vocabulary.ts';

/** Weeks pass in some of them, one heartbeat a minute of what is due. */
vi.setConfig({ testTimeout: 30_000 });

/** 农业农村局 registers item by item, and has a second liaison; the others report numbers. */
const itemised: Sheets = {
  填报名单: (workbook.填报名单 ?? []).map((row) => (row.单位编码 === 'B03' ? { ...row, 填法: '逐件' } : row)),
  人员: [...(workbook.人员 ?? []), { 姓名: '孙文博', 单位编码: 'B03', open_id: 'ou_sun', 角色: '联络员' }],
};

async function july(at: string): Promise<Stage> {
  return openStage({ at, world: await town(itemised) });
}

const LINE = '发文 望农〔2026〕12号 关于做好秋播工作的通知 7月8日';

async function stateOf({ house }: Stage, unit: string, month = '2026-06') {
  const [state] = await findStates(house.store.db, month, [unit]);
  return state?.state;
}

/** What came of it in the person's own chat: the newest card. */
const seen = (person: Person) => person.received().at(-1) ?? '';

describe('item by item', () => {
  it('a line in chat, one tap: registered, the month follows, and the month’s card comes filled in', async () => {
    const stage = await july('2026-07-20T10:00');
    const { changing, timeIs } = stage;
    await changing.says(LINE);
    expect(changing).toSee(
      /登记发文[\s\S]*望农〔2026〕12号\n关于做好秋播工作的通知[\s\S]*印发日 7月8日[\s\S]*计入2026年7月发文/,
    );
    expect(await changing.clicks('登记')).toSay(/^已登记。$/);
    expect(changing).toSee(/已登记：发文[\s\S]*7月发文现在是 1 件/);
    await timeIs('2026-07-31T09:15');
    expect(changing).toSee(/7月发文会议统计[\s\S]*发文 1 件[\s\S]*会议 0 次/);
    expect(await changing.clicks('确认无误')).toSay(/^已确认/);
  });

  it('both liaisons send the same document at once: it counts once, and both are told that it stands', async () => {
    const { changing, colleague, rest, ...stage } = await july('2026-07-20T10:00');
    await changing.says(LINE);
    await colleague.says('发文 望农[2026]012号 关于做好秋播工作的通知 7月8日');
    const answers = await Promise.all([changing.clicks('登记'), colleague.clicks('登记')]);
    await rest();
    expect(answers.map(({ tone }) => tone)).toEqual(['success', 'success']);
    expect(answers.map(({ says }) => says).toSorted()).toEqual([
      '2026年7月8日已经登记过，只算一次。',
      '已登记。',
    ]);
    const items = await stage.house.store.db.query.countItem.findMany();
    expect(items).toHaveLength(1);
  });

  it('an item that is registered while both hold the month’s card renews both', async () => {
    const { changing, colleague, timeIs } = await july('2026-07-30T18:00');
    await timeIs('2026-07-31T09:15');
    for (const person of [changing, colleague]) expect(person).toSee(/发文 0 件/);
    const old = colleague.keepsOpen('确认无误');
    await changing.says(LINE);
    await changing.clicks('登记');
    for (const person of [changing, colleague])
      expect(person).toHaveReceived(/7月发文会议统计[\s\S]*发文 1 件/, 1);
    expect(await old()).toSay(/登记数刚有更新/);
  });

  it('a paper with a mark of secrecy is neither shown nor stored', async () => {
    const { changing, house } = await july('2026-07-20T10:00');
    await changing.says('发文 望农〔2026〕12号 机密★ 关于某事的通知');
    expect(changing).toSee(/涉密文件不在系统登记[\s\S]*没有保存/);
    expect(await house.store.db.query.countItem.findMany()).toEqual([]);
  });

  it('in a group nothing is registered', async () => {
    const stage = await july('2026-07-20T10:00');
    await stage.coordinator.says('@轻负 6月发文12件会议3个', { in: 'oc_answers' });
    expect(stage.outcome().减负问答?.join()).toMatch(/请到单聊里办理/);
  });
});

describe('a round that closes while a form is open', () => {
  /** Submits the form as it stood on a client that has not refreshed since. */
  async function keepsForm(stage: Stage, person: Person, form: Record<string, string>) {
    const message = stage.platform
      .view(person.openId)
      .chats.find(({ kind }) => kind === 'p2p')
      ?.messages.findLast(({ from }) => from.bot);
    const button = JSON.stringify(message?.card).match(/"value":(\{[^{}]*"a":"counts\.submit"[^{}]*\})/)?.[1];
    if (!message || !button) throw new Error('no form is open');
    const value = JSON.parse(button) as unknown;
    return () => stage.platform.users.click(person.openId, message.id, { value, form });
  }

  it('changes nothing: the person is told and sees what stands, and so does the colleague', async () => {
    const stage = await openStage({ at: '2026-06-29T17:00' });
    const { liaison, colleague, timeIs } = stage;
    await timeIs('2026-07-03T17:50');
    await liaison.clicks('修改');
    const late = await keepsForm(stage, liaison, { document: '9', meeting: '4' });
    await timeIs('2026-07-03T18:10');
    const answer = await late();
    await stage.rest();
    expect(answer.toast).toMatchObject({
      type: 'warning',
      content: '2026年6月的统计已截止，这次没有改动。数字有误，请点“更正”并选原因。',
    });
    for (const person of [liaison, colleague])
      expect(person).toSee(/6月发文会议统计：已采用[\s\S]*发文 4 件[\s\S]*\[更正\]/);
    expect(liaison.received()).toEqual(colleague.received());
    expect(await stateOf(stage, 'B02')).toBe('adopted');
  });

  it('and the way on is open: a correction with its reason, which both see', async () => {
    const stage = await openStage({ at: '2026-06-29T17:00' });
    const { liaison, colleague, timeIs } = stage;
    await timeIs('2026-07-03T18:10');
    await liaison.clicks('更正');
    const refused = await liaison.submits({ 发文: '9' });
    expect(refused.says).toMatch(/更正原因/);
    expect(await liaison.submits({ 发文: '9', 更正原因: '有漏登的' })).toSay(/^已更正/);
    for (const person of [liaison, colleague]) expect(person).toSee(/已确认[\s\S]*发文 9 件[\s\S]*钱晓禾/);
    expect(await stateOf(stage, 'B02')).toBe('confirmed');
  });

  it('an item registered on a form that stood open since before the close corrects the month and says so', async () => {
    const stage = await july('2026-07-30T18:00');
    const { changing, colleague, timeIs } = stage;
    await timeIs('2026-08-05T17:50');
    await changing.says(LINE);
    await timeIs('2026-08-05T18:10');
    expect(await changing.clicks('登记')).toSay(/^2026年7月已经截止或确认，这件按漏登补记/);
    for (const person of [changing, colleague])
      expect(person).toHaveReceived(/7月发文会议统计：已确认[\s\S]*发文 1 件[\s\S]*李立新/, 1);
    expect(await stateOf(stage, 'B03', '2026-07')).toBe('confirmed');
  });
});

describe('when the liaison changes while a month is collected', () => {
  /** The administrator brings in the successor with the workbook, as everybody came in. */
  async function succeeds({ house }: Stage, openId: string, 姓名: string): Promise<void> {
    const { runtime, features } = house.qingfu();
    const sheets = features.flatMap((feature) => feature.sheets ?? []);
    const rows = [{ 姓名, 单位编码: 'B02', open_id: openId, 角色: '联络员' }];
    const file = await writeWorkbook(
      sheets.filter(({ name }) => name === '人员'),
      () => rows,
    );
    const { refused } = await perform(
      runtime.store,
      () => contextOf(runtime, { kind: 'cli', name: 'import' }),
      (ctx) => importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: async () => new Set() }),
    );
    expect(refused).toEqual([]);
  }

  it('the successor finds the card the next morning, needs one tap, and everybody sees who did it', async () => {
    const stage = await openStage({ at: '2026-06-29T17:00' });
    const { liaison, visitor, timeIs } = stage;
    await timeIs('2026-06-30T09:30');
    await succeeds(stage, visitor.openId, visitor.name);
    expect(visitor.received()).toEqual([]);
    await timeIs('2026-07-01T09:20');
    expect(visitor).toHaveReceived(/您是望泉县教育局新的联络员，本月这件事移交给您[\s\S]*发文 4 件/, 1);
    expect(await visitor.clicks('确认无误')).toSay(/^已确认/);
    for (const person of [liaison, visitor]) expect(person).toSee(/已确认[\s\S]*蒋丽娜 .*确认/);
    await timeIs('2026-07-02T09:20');
    expect(visitor).toHaveReceived(/6月发文会议统计/, 1);
  });
});

it('a form with hostile values is refused as a whole, keeps what was typed, and breaks nothing', async () => {
  const stage = await openStage({ at: '2026-06-29T17:00' });
  const { liaison, timeIs, platform } = stage;
  await timeIs('2026-06-30T09:30');
  await liaison.clicks('修改');
  const before = seen(liaison);
  const values = [
    '1e9',
    '0x10',
    '１２３４５６７',
    '-0',
    '12件3',
    '∞',
    '<at id=all></at>',
    "1' or '1'='1",
    '一千零一夜',
    '٣',
  ];
  for (const 会议 of values) {
    const answer = await liaison.submits({ 发文: '2.5', 会议 });
    expect(answer, 会议).toMatchObject({ tone: 'error', replaced: false });
    expect(answer.says).toMatch(/发文要填整数，“2.5”带小数[\s\S]*您填的内容还在/);
  }
  expect(seen(liaison)).toBe(before);
  const id =
    platform
      .view(liaison.openId)
      .chats.flatMap(({ messages }) => messages)
      .at(-1)?.id ?? '';
  for (const form of [{ document: ['1', '2'] }, { document: { a: 1 } }, { document: null }, {}]) {
    const value = {
      a: 'counts.submit',
      v: 1,
      month: '2026-06',
      unit: 'B02',
      revision: 0,
      shown: '',
      sure: '',
      correcting: 0,
    };
    const answer = await platform.users.click(liaison.openId, id, { value, form });
    expect(answer.toast?.type, JSON.stringify(form)).toBe('error');
  }
  expect(await stateOf(stage, 'B02')).toBe('open');
  expect(await liaison.submits({ 发文: '5' })).toSay(/^已提交/);
});

describe('effort of a month, counted on the client', () => {
  interface Effort {
    taps: number;
    fields: number;
  }

  /** Counts what a person does; a field that is left alone is no effort. */
  function counting(person: Person): {
    effort: Effort;
    clicks(button: string): Promise<Answer>;
    submits(values: Record<string, string>): Promise<Answer>;
  } {
    const effort = { taps: 0, fields: 0 };
    return {
      effort,
      clicks(button) {
        effort.taps++;
        return person.clicks(button);
      },
      submits(values) {
        effort.taps++;
        effort.fields += Object.keys(values).length;
        return person.submits(values);
      },
    };
  }

  const median = (numbers: number[]) =>
    numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

  it('1 tap for an unchanged month, 3 interactions for a changed one, none where registered numbers stand', async () => {
    const stage = await july('2026-06-29T17:00');
    const { liaison, changing, silent, unregistered, timeIs } = stage;
    await timeIs('2026-06-30T09:30');
    const unchanged = counting(liaison);
    expect(await unchanged.clicks('确认无误')).toSay(/^已确认/);
    const sameAsLast = counting(unregistered);
    expect(await sameAsLast.clicks('确认无误')).toSay(/^已确认/);
    const idle = counting(silent);

    // A changed month: 修改, one number, 提交.
    await timeIs('2026-07-31T09:30');
    const changed = counting(liaison);
    await changed.clicks('修改');
    const sent = await changed.submits({ 发文: '6' });
    expect(sent).toSay(/^已提交/);
    const sentEvent = stage.platform.journal().findLast(({ title }) => title === 'card.action.trigger');
    const { event } = (sentEvent ?? { request: undefined }).request as {
      event: { action: { form_value: Record<string, string> } };
    };
    const values = event.action.form_value;
    expect(values).toMatchObject({
      document: '6',
      document_unplanned: '0',
      meeting: '4',
      meeting_unplanned: '0',
      meeting_direct: '0',
    });

    // The same in one line of chat and a tap.
    const spoken = counting(unregistered);
    await unregistered.says('7月发文3件');
    expect(await spoken.clicks('提交')).toSay(/^已提交/);
    expect(unregistered).toSee(/已确认[\s\S]*发文 3 件[\s\S]*会议 4 次/);

    // Item by item: a line in chat and a tap whenever it happens, one tap at the end of the month.
    const itemwise = counting(changing);
    await changing.says('发文 望农〔2026〕12号 关于做好秋播工作的通知 7月8日');
    await itemwise.clicks('登记');
    await itemwise.clicks('确认无误');

    const efforts = [unchanged, sameAsLast, idle, changed, spoken, itemwise].map(
      ({ effort: { taps, fields } }) => taps + fields,
    );
    expect(efforts).toEqual([1, 1, 0, 3, 1, 2]);
    expect(median(efforts)).toBe(1);
    await timeIs('2026-08-05T18:10');
    for (const unit of ['B02', 'B03']) expect(await stateOf(stage, unit, '2026-07')).toBe('confirmed');
    expect(await stateOf(stage, 'B04', '2026-06')).toBe('adopted');
    console.info(`liaison effort, interactions a month: ${efforts.join(', ')}; median ${median(efforts)}`);
  });
});
