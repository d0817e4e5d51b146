import { perform } from '../../src/delivery/perform.ts';
import { features } from '../../src/features.ts';
import { seedIfFresh } from '../../src/main/seed.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import { contextOf, type Runtime } from '../../src/store/runtime.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type SheetRows, writeWorkbook } from '../../src/system/workbook/write.ts';
import { buildHouse, type World } from '../support/house.ts';

/** A small county with everybody the stories need, brought in by the workbook that everybody uses. All names invented. */

const COUNTY = '望泉县';

const units = [
  ['A01', '市委办公室', '两办', ''],
  ['A02', '市委组织部', '市直', ''],
  ['B01', `${COUNTY}委办公室`, '两办', COUNTY],
  ['B02', `${COUNTY}教育局`, '县区直', COUNTY],
  ['B03', `${COUNTY}农业农村局`, '县区直', COUNTY],
  ['B04', `${COUNTY}应急管理局`, '县区直', COUNTY],
  ['B05', `${COUNTY}卫生健康局`, '县区直', COUNTY],
  ['T01', '云栈镇', '乡镇街道', COUNTY],
  ['T02', '砚溪镇', '乡镇街道', COUNTY],
  ['T03', '槐渡镇', '乡镇街道', COUNTY],
  ['T04', '麦垄镇', '乡镇街道', COUNTY],
] as const;

interface Seat {
  openId: string;
  name: string;
  unit: string;
  roles: string;
}

const seat = (key: string, name: string, unit: string, roles: string): Seat => ({
  openId: `ou_${key}`,
  name,
  unit,
  roles,
});

export const seats = {
  /** Asks, in 云栈镇. */
  cadre: seat('zhao', '赵知远', 'T01', '干部'),
  otherCadre: seat('chu', '褚春燕', 'T02', '干部'),
  /** Both of 教育局. */
  liaison: seat('qian', '钱晓禾', 'B02', '联络员'),
  colleague: seat('sun', '孙文博', 'B02', '联络员'),
  /** Of 农业农村局: changes a number. */
  changing: seat('li', '李立新', 'B03', '联络员'),
  /** Of 应急管理局: does nothing, and its documents rise. */
  silent: seat('zhou', '周书宁', 'B04', '联络员'),
  /** Of 卫生健康局: nothing registered for June. */
  unregistered: seat('wu', '吴海明', 'B05', '联络员'),
  coordinator: seat('zheng', '郑建平', 'B01', '统筹员'),
  cityCoordinator: seat('wei', '卫国栋', 'A01', '统筹员'),
  groupLiaison: seat('wang', '王雨桐', 'A02', '考察组联络员'),
  otherGroup: seat('feng', '冯志强', 'A02', '考察组联络员'),
  cadreOffice: seat('tang', '唐文澜', 'A02', '干部科管理员'),
  /** Both answer what is asked about the organisation department's work. */
  editor: seat('gu', '顾向阳', 'A02', '政策编辑'),
  otherEditor: seat('he', '何静姝', 'A02', '政策编辑'),
  admin: seat('chen', '陈明哲', 'A01', '系统管理员'),
} satisfies Record<string, Seat>;

export type SeatName = keyof typeof seats;

/** Known to the platform, not on the roster. */
export const visitor = { openId: 'ou_jiang', name: '蒋丽娜' };

export const GROUP = 'oc_answers';

const INDICATORS = ['发文', '会议'];
const LISTED = ['B02', 'B03', 'B04', 'B05'];
/** 应急管理局: a quiet year until June makes it 58 of 100, when 48 % of the year's workdays are over. */
const RISING = [8, 8, 8, 8, 8, 18];

const month = (year: number, i: number) => `${year}-${String(i + 1).padStart(2, '0')}`;

function history(): Record<string, string | number>[] {
  return LISTED.flatMap((unit) =>
    INDICATORS.flatMap((indicator) => {
      const rising = unit === 'B04' && indicator === '发文';
      const row = (at: string, amount: number) => ({
        月份: at,
        单位编码: unit,
        指标: indicator,
        数量: amount,
        计划外: 0,
        口径版本: '2025版',
      });
      return [
        ...Array.from({ length: 12 }, (_, i) => row(month(2025, i), rising ? 8 : 5)),
        ...RISING.slice(0, unit === 'B05' ? 5 : 6).map((amount, i) =>
          row(month(2026, i), rising ? amount : 4),
        ),
      ];
    }),
  );
}

export type Sheets = Readonly<Record<string, SheetRows>>;

export const workbook: Sheets = {
  单位: units.map(([code, name, tier, county]) => ({ 编码: code, 名称: name, 层级: tier, 县区: county })),
  人员: Object.values(seats).map(({ openId, name, unit, roles }) => ({
    姓名: name,
    单位编码: unit,
    open_id: openId,
    角色: roles,
  })),
  填报名单: LISTED.flatMap((unit) =>
    INDICATORS.map((indicator) => ({ 单位编码: unit, 指标: indicator, 填法: '只报数', 起始月份: '2025-01' })),
  ),
  年度计划: LISTED.flatMap((unit) =>
    INDICATORS.map((indicator) => ({
      年份: 2026,
      单位编码: unit,
      指标: indicator,
      计划数: 100,
      依据: '年度计划',
    })),
  ),
  历史数据: history(),
  口径: [{ 版本: '2025版', 生效月份: '2025-01', 说明: '套开计 1 次，转发计 1 件。' }],
  考察组: [
    { 组号: '1', 联络员open_id: seats.groupLiaison.openId, 联系点编码: 'T01；T02' },
    { 组号: '2', 联络员open_id: seats.otherGroup.openId, 联系点编码: 'T03；T04' },
  ],
  本地标准: [{ 编号: 'LOC-36', 科室: '市委办公室综合科', 电话: '0000-6600136', 时段: '工作日 8:30—18:00' }],
};

export function populate(platform: Platform): void {
  const title = new Map<string, string>(units.map(([code, name]) => [code, name]));
  for (const { openId, name, unit } of Object.values(seats))
    platform.addPerson({ openId, name, title: title.get(unit) ?? '', state: 'active' });
  platform.addPerson({ ...visitor, title: '尚未登记单位', state: 'active' });
  platform.addGroup({
    chatId: GROUP,
    name: '减负问答',
    members: [seats.cadre, seats.otherCadre, seats.coordinator, seats.admin].map((one) => one.openId),
    hasBot: true,
  });
}

const founded = new Map<Sheets | undefined, Promise<World>>();

/** The town's database on its first evening, founded once per test file, with these sheets besides. */
export function town(more?: Sheets): Promise<World> {
  const known = founded.get(more) ?? found(more);
  founded.set(more, known);
  return known;
}

async function found(more: Sheets | undefined): Promise<World> {
  const house = await buildHouse({ at: '2026-04-28T18:30', prepare: populate });
  const { directory } = house.feishu();
  await settle(house.qingfu().runtime, { ...workbook, ...more }, (ids) => directory.unknown(ids));
  const { database, ids } = house.save();
  await house.close();
  return { database, ids };
}

/** The same town in any other database. */
export function settleTown(runtime: Runtime, more: Sheets): Promise<void> {
  return settle(runtime, { ...workbook, ...more }, () => Promise.resolve(new Set()));
}

async function settle(
  runtime: Runtime,
  rows: Sheets,
  unknownPeople: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  await seedIfFresh(runtime);
  const sheets = features.flatMap((feature) => feature.sheets ?? []);
  const file = await writeWorkbook(
    sheets.filter((sheet) => rows[sheet.name]),
    (sheet) => rows[sheet.name] ?? [],
  );
  const result = await perform(
    runtime.store,
    () => contextOf(runtime, { kind: 'cli', name: 'import' }),
    (ctx) => importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople }),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.refused));
}
