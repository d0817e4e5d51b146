import { figuresOf, INDICATORS } from './figures.ts';
import { demoFilings, demoResearch } from './filings.ts';
import { itemRows, itemUnit } from './items.ts';
import { numberRows, receivedRows, registerRows } from './ledger.ts';
import { demoLocalFigures } from './local-figures.ts';
import { demoPosts } from './people.ts';
import { demoUnits, issuingUnits, unitNamed } from './units.ts';
import { demoInspectionGroups } from './visits.ts';

export { demoGuide } from './guide.ts';
export { type DemoGroup, type DemoPerson, demoCast, demoGroups, demoPeople } from './people.ts';
export { type DemoVisitRecord, demoVisitRecords } from './visits.ts';

/** A row of a sheet: column title → value. */
export type DemoRow = Record<string, string | number>;

/** Monday, 08:40 in Shanghai: half a year is about to end, its figures are registered, some visits are open. */
export const demoClockStart = Date.parse('2026-06-22T08:40:00+08:00');

const RULES = { 2022: '2021版', 2026: '2025版' } as const;

/** The demo city as a workbook, by sheet, to be loaded through the import that everybody uses. */
export function demoWorkbook(): Record<string, DemoRow[]> {
  return {
    单位: demoUnits.map((unit, i) => ({
      编码: unit.code,
      名称: unit.name,
      层级: unit.tier,
      县区: unit.county,
      排序: (i + 1) * 10,
      偏远类别: unit.remoteness,
    })),
    人员: demoPosts().map((post) => ({
      姓名: post.name,
      单位编码: post.unit,
      open_id: post.openId,
      角色: post.roles.join('；'),
    })),
    填报名单: issuingUnits.flatMap(({ code }) =>
      INDICATORS.map((indicator) => ({
        单位编码: code,
        指标: indicator,
        填法: code === itemUnit.code ? '逐件' : '只报数',
        起始月份: '2021-01',
        理由: '',
      })),
    ),
    年度计划: planRows(),
    历史数据: historyRows(),
    口径: [
      { 版本: RULES[2022], 生效月份: '2021-01', 说明: '套开计 1 次，视频会计会，转发计 1 件。' },
      { 版本: RULES[2026], 生效月份: '2025-01', 说明: '便笺、工作提示普发布置任务的也计 1 件，其余不变。' },
    ],
    逐件登记: itemRows(),
    登记清单: registerRows(),
    文号流水: numberRows(),
    受文登记: receivedRows(),
    调研计划: demoResearch.map((visit) => ({
      编号: visit.number,
      主题: visit.topic,
      组织单位编码: unitNamed(visit.organiser).code,
      对象编码: visit.targets.join('；'),
      开始: visit.from,
      结束: visit.to,
      四不两直: visit.unannounced ? '是' : '否',
    })),
    考察组: demoInspectionGroups().map((group) => ({
      组号: group.number,
      联络员open_id: group.liaison,
      联系点编码: group.points.join('；'),
    })),
    备案清单: demoFilings.map((filing) => ({
      备案号: filing.number,
      名称: filing.name,
      组织单位编码: unitNamed(filing.organiser).code,
      类型: filing.kind,
      对象编码: filing.targets.join('；'),
      开始: filing.from,
      结束: filing.to,
      批准文号: filing.approval ?? '',
    })),
    本地标准: demoLocalFigures,
  };
}

const ERAS = [2022, 2026] as const;

function planRows(): DemoRow[] {
  return ERAS.flatMap((year) =>
    [
      { year: year - 1, amount: 'lastPlan' as const },
      { year, amount: 'plan' as const },
    ].flatMap((plan) =>
      figuresOf(year).map((row) => ({
        年份: plan.year,
        单位编码: row.unit.code,
        指标: row.indicator,
        计划数: row[plan.amount],
        依据: `${plan.year} 年度计划`,
      })),
    ),
  );
}

/** By month, so that the sheet reads like a diary. Every sixth document was not planned. */
function historyRows(): DemoRow[] {
  const rows = ERAS.flatMap((era) =>
    figuresOf(era).flatMap(({ unit, indicator, last, now }) =>
      [...last, ...now].map((amount, i) => ({
        月份: `${era - 1 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
        单位编码: unit.code,
        指标: indicator,
        数量: amount,
        计划外: Math.floor(amount / 6),
        应急: 0,
        口径版本: RULES[era],
      })),
    ),
  );
  return rows.toSorted((a, b) => (a.月份 < b.月份 ? -1 : a.月份 > b.月份 ? 1 : 0));
}
