import { unitNamed } from './units.ts';

/**
 * 本地标准: a few are entered, so that an answer with a local figure can be seen beside the many that are still
 * missing. The amounts are invented.
 */
const FROM = '2026-01-01';

const allowance = [
  [0, 5, 220],
  [5, 10, 280],
  [10, 15, 340],
  [15, 20, 400],
].map(([from, to, amount]) => ({
  编号: 'LOC-01',
  起年: from ?? 0,
  止年: to ?? 0,
  月额: amount ?? 0,
  生效日: FROM,
}));

const remote = ['石臼坪乡', '泉脑乡', '岚坳乡', '砂垄乡', '桐坳乡'].map((name) => {
  const { remoteness } = unitNamed(name);
  return {
    编号: 'LOC-02',
    乡镇: name,
    类别: remoteness,
    加发月额: remoteness === '一类' ? 200 : 120,
    生效日: FROM,
  };
});

export const demoLocalFigures: Record<string, string | number>[] = [
  ...allowance,
  { 编号: 'LOC-01', 起年: 20, 止年: '', 月额: 460, 生效日: FROM },
  ...remote,
  { 编号: 'LOC-28', 内容: '单独考核由县委办公室报市委办公室批准', 电话: '0000-6600128' },
  { 编号: 'LOC-36', 科室: '市委办公室综合科', 电话: '0000-6600136', 时段: '工作日 8:30—18:00' },
];
