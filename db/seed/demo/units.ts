/** The fictional city 景澜市. Every name is invented; codes carry a leading zero on purpose, they are text. */

export type DemoTier = '市直' | '县区直' | '乡镇街道' | '村社区' | '两办';

export interface DemoUnit {
  code: string;
  name: string;
  tier: DemoTier;
  county: string;
  remoteness: string;
}

export const COUNTIES = ['望泉县', '松渡县'] as const;
export type County = (typeof COUNTIES)[number];

const cityOffices = ['市委办公室', '市政府办公室'];
const cityDepartments = [
  '市委组织部',
  '市委宣传部',
  '市发展和改革委员会',
  '市教育局',
  '市民政局',
  '市财政局',
  '市人力资源和社会保障局',
  '市纪委监委机关',
  '市生态环境局',
  '市住房和城乡建设局',
  '市农业农村局',
  '市卫生健康委员会',
  '市应急管理局',
  '市市场监督管理局',
];

const countyOffices = ['委办公室', '政府办公室'];
const countyDepartments = ['委组织部', '教育局', '农业农村局', '卫生健康委员会', '应急管理局'];

const townships: Record<County, string[]> = {
  望泉县: '砚溪镇 槐渡镇 云栈镇 麦垄镇 竹坞镇 石臼坪乡 枫垅乡 柏洼乡 泉脑乡 岚坳乡'.split(' '),
  松渡县: '霜桥镇 墨陂镇 芦汀镇 枣埠镇 陶垴镇 苇塘乡 杏坡乡 砂垄乡 桐坳乡'.split(' '),
};

const subdistricts: Record<County, string[]> = {
  望泉县: '泉南 泉北 砚台 书院里 东闸 西闸 织坊 麦香 槐影 石桥里 新垄 灯笼桥'.split(' '),
  松渡县: '渡南 渡北 船坊 盐仓里 霜叶 松涛里 码头里 银杏里 锦屏里 苇岸 桐花 陶坊 鼓楼里'.split(' '),
};

const villages: Record<County, string[]> = {
  望泉县: ['砚池村', '上槐村', '泉脑村'],
  松渡县: ['霜桥村', '芦汀社区', '银杏里社区'],
};

/** 偏远类别, as the allowance tables of the demo use it. */
const remote: Record<string, string> = {
  石臼坪乡: '二类',
  泉脑乡: '一类',
  岚坳乡: '一类',
  砂垄乡: '二类',
  桐坳乡: '一类',
};

const numbered = (prefix: string, from: number, i: number) => `${prefix}${String(from + i).padStart(2, '0')}`;

function unitsOf(prefix: string, from: number, names: string[], tier: DemoTier, county: string): DemoUnit[] {
  return names.map((name, i) => ({
    code: numbered(prefix, from, i),
    name,
    tier,
    county,
    remoteness: remote[name] ?? '',
  }));
}

function countyUnits(county: County): DemoUnit[] {
  const prefix = county === '望泉县' ? '01' : '02';
  const own = (name: string) => `${county}${name}`;
  return [
    ...unitsOf(prefix, 1, countyOffices.map(own), '两办', county),
    ...unitsOf(prefix, 3, countyDepartments.map(own), '县区直', county),
    ...unitsOf(prefix, 21, townships[county], '乡镇街道', county),
    ...unitsOf(
      prefix,
      41,
      subdistricts[county].map((name) => `${name}街道`),
      '乡镇街道',
      county,
    ),
    ...unitsOf(prefix, 71, villages[county], '村社区', county),
  ];
}

/** 30 issuing units, 19 townships, 25 subdistricts, 6 villages. */
export const demoUnits: readonly DemoUnit[] = [
  ...unitsOf('00', 1, cityOffices, '两办', ''),
  ...unitsOf('00', 3, cityDepartments, '市直', ''),
  ...COUNTIES.flatMap(countyUnits),
];

export const issuingUnits = demoUnits.filter((unit) => ['市直', '县区直', '两办'].includes(unit.tier));

export function pointsOf(county: County): DemoUnit[] {
  return demoUnits.filter((unit) => unit.tier === '乡镇街道' && unit.county === county);
}

export function unitNamed(name: string): DemoUnit {
  const found = demoUnits.find((unit) => unit.name === name);
  if (!found) throw new Error(`no demo unit ${name}`);
  return found;
}
