import { rich } from '../../chat/rich.ts';
import type { FromRecord } from './rules/from-record.ts';
import { count, inWan, isAbout, isPercent, yuan } from './words-numbers.ts';
import type { WorkedOut } from './worked-out.ts';

type Mean = Extract<FromRecord, { kind: 'mean' }>;

const MOMENT = '2021 年至成文时（2022 年下半年）';
const FINAL = '只是算术平均，不是官方数；准数以主管部门为准。';

export function meanLines({ item, total, parts, mean }: Mean): WorkedOut {
  const common = { basis: '', final: FINAL };
  const by = (left: string, unit: string, digits: number) =>
    `${left} ÷ ${count(parts)} ${isAbout(mean, digits)} ${unit}`;
  switch (item) {
    case 'funds':
      return {
        ...common,
        title: '“五小”和周转房投入，平均一个乡镇多少',
        office: '财政局',
        lines: [
          rich`**累计 1200 余万元，平均每个乡镇约 ${inWan(mean, 1)}**`,
          `${MOMENT}市县两级财政累计投入“五小”和周转房 1200 余万元，全市 19 个乡镇。`,
          `${yuan(total)} ÷ ${count(parts)} ≈ ${inWan(mean, 1)}，约 ${inWan(mean, 0)}`,
        ],
      };
    case 'posts':
      return {
        ...common,
        title: '挤出的编制，平均一个乡镇多少',
        office: '编办',
        lines: [
          rich`**${by(count(total), '名/乡镇', 1)}**`,
          '材料另写平均每个乡镇下沉编制和明确专项编制 31 名，含专项编制，口径不同，两个数不要互相推算。',
        ],
      };
    case 'recruited':
      return {
        ...common,
        title: '乡镇补充人员，平均一个乡镇多少',
        office: '组织部',
        lines: [
          rich`**补充 134 名，平均每个乡镇约 ${count(mean)} 名**`,
          `${MOMENT}全市 19 个乡镇通过墩苗育苗、人才引进、公开招聘等补充 134 名。`,
          `${by(count(total), '名/乡镇', 2)}，约 ${count(mean)} 名`,
        ],
      };
    case 'main_class':
      return {
        ...common,
        title: '党校主体班，平均一个班次多少人次',
        office: '组织部',
        lines: [
          rich`**平均每个班次约 ${count(mean)} 人次**`,
          '2021 年以来主体班 10 期 30 班次、1300 余人次。',
          by(count(total), '人次/班次', 0),
        ],
      };
    case 'main_term':
      return {
        ...common,
        title: '党校主体班，平均一期几个班次',
        office: '组织部',
        lines: [
          rich`**平均每期 ${count(mean)} 个班次**`,
          '2021 年以来主体班 10 期 30 班次、1300 余人次。',
          by(count(total), '班次/期', 1),
        ],
      };
    case 'topic_term':
      return {
        ...common,
        title: '专题短训，平均一期多少人次',
        office: '组织部',
        lines: [
          rich`**平均每期最多约 ${count(mean)} 人次**`,
          '乡村振兴、法律知识、应急处突等专题 10 余期、1500 余人次；期数是“10 余”，所以是往高了算。',
          by(count(total), '人次/期', 0),
        ],
      };
  }
}

export function trainedLines({ main, topic, total }: Extract<FromRecord, { kind: 'trained' }>): WorkedOut {
  return {
    title: '主体班和专题短训合计多少人次',
    basis: '',
    office: '组织部',
    final: '两个数都带“余”，合计也是约数，不是官方数；人次不等于人数。',
    lines: [
      rich`**约 ${count(total)} 余人次**`,
      '2021 年以来主体班 1300 余人次，专题 1500 余人次。',
      `${count(main)} ＋ ${count(topic)} ＝ ${count(total)}`,
    ],
  };
}

export function groupsLines(result: Extract<FromRecord, { kind: 'groups' }>): WorkedOut {
  const { groups, least, most, onRecord, townships } = result;
  const [low, high] = [groups * least, groups * most];
  return {
    title: '考察组一共联系多少个乡镇（街道）',
    basis: onRecord ? '由市里典型材料的数推算（2022 年下半年成文）' : '按您说的数推算',
    office: '组织部',
    final: '这是推算，不是官方数；以组织部门的对应表为准。',
    lines: [
      rich`**${low === high ? low : `${low}—${high}`} 个**`,
      `最少 ${groups} × ${least} ＝ ${low} 个${low === high ? '' : `，最多 ${groups} × ${most} ＝ ${high} 个`}。`,
      ...(onRecord ? [`全市乡镇 ${count(townships)} 个，不够 ${low} 个，说明联系点里含街道。`] : []),
    ],
  };
}

export function promotedLines(result: Extract<FromRecord, { kind: 'promoted' }>): WorkedOut {
  const { whole, part, share, onRecord } = result;
  return {
    title: '获评单位书记提拔的占比',
    basis: onRecord ? '' : '按您说的数计算',
    office: '组织部',
    final: '比例是算出来的，不是官方公布的；以组织部门为准。',
    lines: [
      rich`**${isPercent(share).slice(2)}**`,
      `${count(part)} ÷ ${count(whole)} ${isPercent(share)}`,
      ...(onRecord
        ? [
            `${MOMENT}，${count(whole)} 个获评乡镇（街道）的党（工）委书记，${count(part)} 人已提拔到县处级岗位。`,
          ]
        : []),
    ],
  };
}
