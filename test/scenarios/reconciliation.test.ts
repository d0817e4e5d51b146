import { expect, it } from 'vitest';
import { audit } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { contextOf } from '../../src/store/runtime.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type SheetRows, writeWorkbook } from '../../src/system/workbook/write.ts';
import { buildHouse, seededDice, type World } from '../support/house.ts';
import { populate, town } from './town.ts';
import { openStage, type Stage } from './vocabulary.ts';

const number = (serial: number) => `望农〔2025〕${serial}号`;

const issued = (serial: number, 标题: string, 日期: string, more: Record<string, string> = {}) => ({
  单位编码: 'B03',
  指标: '发文',
  文号: number(serial),
  标题,
  日期,
  ...more,
});

const got = (受文单位编码: string, serial: number, 标题: string, 日期: string) => ({
  受文单位编码,
  发文单位编码: 'B03',
  文号: number(serial),
  标题,
  日期,
});

/** 2025 of 农业农村局, with one difference of each of the eight kinds. */
const yearBooks: Record<string, SheetRows> = {
  历史数据: [0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0].map((数量, i) => ({
    月份: `2025-${String(i + 1).padStart(2, '0')}`,
    单位编码: 'B03',
    指标: '发文',
    数量,
  })),
  计划清单: ['春耕备耕', '秸秆禁烧', '农机检修', '畜禽防疫', '粮食烘干'].map((标题, i) => ({
    年份: 2025,
    单位编码: 'B03',
    指标: '发文',
    计划编号: `${i + 1}`,
    标题,
  })),
  登记清单: [
    issued(1, '关于做好春耕备耕工作的通知', '2025-02-10', { 发至: '乡镇街道' }),
    issued(2, '关于秸秆禁烧的通知', '2025-05-08', { 发至: 'T03' }),
    issued(4, '关于农机检修的通知', '2025-08-29', { 登记月份: '2025-09' }),
    issued(5, '关于粮食烘干的通知', '2025-10-12'),
    issued(5, '关于冬小麦播种的通知', '2025-10-20'),
  ],
  受文登记: [
    ...['T01', 'T02', 'T03'].map((unit) => got(unit, 1, '关于做好春耕备耕工作的通知', '2025-02-10')),
    got('T01', 6, '关于报送台账的通知', '2025-11-03'),
  ],
};

/** The town after New Year, its books brought in by the workbook as everything is. */
async function newYear(): Promise<World> {
  const house = await buildHouse({ at: '2026-06-24T08:00', world: await town(), prepare: populate });
  const { runtime, features } = house.qingfu();
  const sheets = features.flatMap((feature) => feature.sheets ?? []);
  const file = await writeWorkbook(
    sheets.filter((sheet) => yearBooks[sheet.name]),
    (sheet) => yearBooks[sheet.name] ?? [],
  );
  const result = await perform(
    runtime.store,
    () => contextOf(runtime, { kind: 'cli', name: 'import' }),
    (ctx) =>
      importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: async () => new Set<string>() }),
  );
  expect(result.refused).toEqual([]);
  const { database, ids } = house.save();
  await house.close();
  return { database, ids };
}

/** From the draft to 已对账, as the people live it. */
async function live(stage: Stage): Promise<void> {
  const { coordinator, cityCoordinator, changing, liaison, cadre, timeIs } = stage;
  await coordinator.says('年对账 2025');
  expect(coordinator).toSee(/望泉县2025年对账\n还没有开始[\s\S]*\[生成差异清单\]/);
  expect(await coordinator.clicks('生成差异清单')).toSay(/^差异清单已生成/);
  expect(coordinator).toSee(
    /差异清单（草稿）[\s\S]*断号 1 处，重号 1 处，有发无计划 1 处，有计划没发 1 处，收到没登记 1 处，登记没收到 1 处，归月差 1 处，数不等 1 处/,
  );
  expect(changing.received()).toEqual([]);
  await changing.says('年对账 2025');
  expect(changing).toSee(/还没有发出来，先不用办/);

  const twice = coordinator.keepsOpen('发给有差异的单位');
  expect(await coordinator.clicks('发给有差异的单位')).toSay(/^已定/);
  expect(await twice()).toSay(/^(已定|已经是这样了)/);
  await timeIs('2026-06-24T09:45');
  expect(changing).toHaveReceived(/2025年对账：8 处要说明\n望泉县农业农村局/, 1);
  for (const other of [liaison, cadre, cityCoordinator]) expect(other.received()).toEqual([]);

  const late = changing.keepsOpen('提交');
  expect(
    await changing.submits({
      '断号：望农〔2025〕3号，登记里没有': '作废',
      '重号：望农〔2025〕5号用了两次：《关于粮食烘干的通知》《关于冬小麦播种的通知》': '一件写错文号，已改',
      '有发无计划：望农〔2025〕5号《关于冬小麦播种的通知》，计划里没有': '记计划外',
      '收到没登记：望农〔2025〕6号《关于报送台账的通知》，1 个抽样单位收到，登记里没有':
        '不是本单位发的，请两办核',
      '登记没收到：望农〔2025〕2号《关于秸秆禁烧的通知》，槐渡镇没有收文记录': '走纸质或机要，没进 OA',
    }),
  ).toSay(/^(已记下，谢谢|已经是这样了)/);
  expect(changing).toSee(/2025年对账：已说明，等两办核/);
  await late();
  expect(changing).toSee(/2025年对账：已说明，等两办核/);

  await coordinator.says('年对账');
  expect(coordinator).toSee(/等两办核（1 处）[\s\S]*说明：不是本单位发的/);
  expect(await coordinator.clicks('请再看')).toSay(/^(已请单位再看一下|情况刚有变化)/);
  await timeIs('2026-06-24T10:00');
  expect(changing).toSee(/2025年对账：1 处要说明/);
  expect(
    await changing.submits({
      '收到没登记：望农〔2025〕6号《关于报送台账的通知》，1 个抽样单位收到，登记里没有': '漏登，补进清单',
    }),
  ).toSay(/^(已记下，月报已按清单更正，谢谢|已经是这样了)/);
  expect(changing).toSee(
    /2025年对账：已对平[\s\S]*发文 8月 0→1\n发文 9月 1→0\n发文 10月 1→2 其中计划外 0→1\n发文 11月 0→1/,
  );

  await timeIs('2026-06-25T10:10');
  expect(coordinator).toHaveReceived(/望泉县2025年对账\n已发各单位[\s\S]*全部对平，可以结束了/, 1);
  expect(await coordinator.clicks('对账结束')).toSay(/^(对账已结束|已经是这样了)/);
  expect(coordinator).toSee(/望泉县2025年对账\n已对账[\s\S]*郑建平 .*结束/);
  await changing.says('年对账 2025');
  expect(changing).toSee(/2025年对账：已对账[\s\S]*漏登，补进清单/);
}

const decisions = async ({ house }: Stage) =>
  (await house.store.db.select().from(audit))
    .filter((row) => row.action.startsWith('counts.reconcile'))
    .map((row) => row.action.replace('counts.reconcile-', ''))
    .toSorted();

it('a year closes: eight differences explained, sent back once, levelled', { timeout: 30_000 }, async () => {
  const stage = await openStage({ at: '2026-06-24T09:00', world: await newYear() });
  await live(stage);
  expect(await decisions(stage)).toEqual(['claim', 'claim', 'claim', 'closed', 'draft', 'released']);
});

it('and the same with everything twice, on processes that die again and again', {
  timeout: 60_000,
}, async () => {
  const dice = seededDice(11);
  const lives = Array.from({ length: 40 }, () => 6 + Math.floor(dice() * 9));
  const stage = await openStage({
    at: '2026-06-24T09:00',
    world: await newYear(),
    weather: { rough: true, lives },
  });
  await live(stage);
  expect(await decisions(stage)).toEqual(['claim', 'claim', 'claim', 'closed', 'draft', 'released']);
  expect(stage.deaths()).toBeGreaterThan(2);
});
