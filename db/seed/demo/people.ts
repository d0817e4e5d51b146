import { demoUnits, issuingUnits, unitNamed } from './units.ts';

/** Invented people; any likeness is chance. */

export interface DemoPerson {
  openId: string;
  name: string;
  /** Shown under the name in the simulator. */
  title: string;
}

export interface DemoPost {
  openId: string;
  unit: string;
  roles: string[];
}

interface Seat {
  /** Stable: the open_id is made from it. */
  key: string;
  unit: string;
  roles: string[];
  /** Office within the unit. */
  desk: string;
}

const SURNAMES = Array.from(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦',
);

const GIVEN = [
  '知远 晓禾 文博 立新 书宁 海明 建平 雨桐 志强 明哲 春燕 国栋 丽娜 振川 思琪 永安 秀云 子涵',
  '学军 佳怡 长林 小满 少峰 玉梅 启航 红霞 景行 若谷 向阳 静姝 德清 云帆 广田 慧敏 望舒 家乐',
  '成林 晚晴 守信 月华 开元 素心 新民 念慈 松年 可欣 正阳 蕴章 东升 巧玲 怀瑾 怡然 致和',
].flatMap((line) => line.split(' '));

/** FNV-1a: opaque, the same at every start. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}

export function demoOpenId(key: string): string {
  return `ou_demo_${hash(key)}${hash(`${key}/2`)}`;
}

const code = (name: string) => unitNamed(name).code;

function seat(key: string, unit: string, roles: string[], desk: string): Seat {
  return { key, unit: code(unit), roles, desk };
}

/** 17 inspection groups (种子); their liaisons come from the organisation department. */
export const GROUPS = Array.from({ length: 17 }, (_, i) => String(i + 1).padStart(2, '0'));

export const groupLiaison = (group: string) => `group-${group}`;

const editors: [string, string][] = [
  ['市委组织部', '干部科'],
  ['市人力资源和社会保障局', '工资福利科'],
  ['市财政局', '预算科'],
  ['市纪委监委机关', '研究室'],
  ['市委办公室', '文电科'],
];

const seats: Seat[] = [
  seat('admin', '市委办公室', ['系统管理员'], '信息科'),
  seat('city-coordinator', '市委办公室', ['统筹员'], '综合科'),
  seat('city-coordinator-2', '市委办公室', ['统筹员'], '督查科'),
  seat('city-coordinator-3', '市政府办公室', ['统筹员'], '会务科'),
  seat('city-reviewer', '市委办公室', ['核稿岗'], '法规科'),
  seat('city-reviewer-2', '市政府办公室', ['核稿岗'], '文电科'),
  seat('cadre-office', '市委组织部', ['干部科管理员'], '干部科'),
  ...editors.flatMap(([unit, desk], i) => [
    seat(`editor-${i + 1}`, unit, ['政策编辑'], desk),
    seat(`approver-${i + 1}`, unit, ['政策审核'], desk),
  ]),
  ...['望泉县', '松渡县'].flatMap((county) => [
    seat(`coordinator-${county}`, `${county}委办公室`, ['统筹员'], '综合股'),
    seat(`coordinator-2-${county}`, `${county}政府办公室`, ['统筹员', '核稿岗'], '督查股'),
    seat(`deputy-${county}`, `${county}委办公室`, ['联络员'], '机要股'),
  ]),
  ...issuingUnits.map(({ code: unit }) => ({
    key: `liaison-${unit}`,
    unit,
    roles: ['联络员'],
    desk: '办公室',
  })),
  ...GROUPS.map((group) =>
    seat(groupLiaison(group), '市委组织部', ['考察组联络员'], `干部日常考察第 ${Number(group)} 组`),
  ),
  ...demoUnits
    .filter(
      ({ name, tier }, i) =>
        tier === '村社区' || /[镇乡]$/.test(name) || (tier === '乡镇街道' && i % 4 === 0),
    )
    .map(({ code: unit, tier }) => ({
      key: `cadre-${unit}`,
      unit,
      roles: ['干部'],
      desk: tier === '村社区' ? '村（社区）“两委”' : '党政办',
    })),
];

/** Two posts of one person: sent from the county office to help out in a township. */
const secondPosts: DemoPost[] = [
  { openId: demoOpenId('deputy-松渡县'), unit: code('霜桥镇'), roles: ['干部'] },
];

const nameOf = (i: number) => `${SURNAMES[i % SURNAMES.length]}${GIVEN[(i * 3 + 1) % GIVEN.length]}`;
const unitName = new Map(
  demoUnits.map(({ code: unit, name, county, tier }) => [
    unit,
    tier === '乡镇街道' || tier === '村社区' ? `${county} ${name}` : name,
  ]),
);

const directory: DemoPerson[] = seats.map(({ key, unit, desk }, i) => ({
  openId: demoOpenId(key),
  name: nameOf(i),
  title: `${unitName.get(unit)} ${desk}`,
}));

/** Whom the platform knows: everybody on the roster, and somebody who is not. */
export function demoPeople(): DemoPerson[] {
  return [...directory, { openId: demoOpenId('visitor'), name: nameOf(seats.length), title: '尚未登记单位' }];
}

export function demoPosts(): (DemoPost & { name: string })[] {
  const names = new Map(directory.map(({ openId, name }) => [openId, name]));
  return [
    ...seats.map(({ key, unit, roles }) => ({ openId: demoOpenId(key), unit, roles })),
    ...secondPosts,
  ].map((post) => ({ ...post, name: names.get(post.openId) ?? '' }));
}

/** People of the guided tour, by what they show. */
export const demoCast = {
  admin: demoOpenId('admin'),
  /** Sees the city's statistics and its warnings. */
  cityCoordinator: demoOpenId('city-coordinator'),
  countyCoordinator: demoOpenId('coordinator-望泉县'),
  /** Of 望泉县教育局: confirms a quiet month. */
  liaison: demoOpenId(`liaison-${code('望泉县教育局')}`),
  /** Of 市农业农村局: registers item by item. */
  itemLiaison: demoOpenId(`liaison-${code('市农业农村局')}`),
  /** Of 市生态环境局: the month that ends in a warning. */
  risingLiaison: demoOpenId(`liaison-${code('市生态环境局')}`),
  /** Asks about allowances and filed inspections, in 云栈镇. */
  cadre: demoOpenId(`cadre-${code('云栈镇')}`),
  villageCadre: demoOpenId(`cadre-${code('砚池村')}`),
  /** Has open visits and talks in June 2026. */
  groupLiaison: demoOpenId(groupLiaison('04')),
  cadreOffice: demoOpenId('cadre-office'),
  editor: demoOpenId('editor-1'),
  approver: demoOpenId('approver-1'),
  visitor: demoOpenId('visitor'),
};

export interface DemoGroup {
  chatId: string;
  name: string;
  members: string[];
  hasBot: boolean;
}

export function demoGroups(): DemoGroup[] {
  const membersIn = (test: (unit: string) => boolean) =>
    demoPosts()
      .filter((post) => test(post.unit))
      .map((post) => post.openId);
  const { cadre, villageCadre, cityCoordinator, countyCoordinator, admin } = demoCast;
  return [
    {
      chatId: 'oc_demo_answers',
      name: '景澜市基层减负问答',
      members: [admin, cityCoordinator, countyCoordinator, cadre, villageCadre],
      hasBot: true,
    },
    {
      chatId: 'oc_demo_wangquan',
      name: '望泉县办公室工作交流',
      members: [...new Set(membersIn((unit) => unit.startsWith('01') && unit < '0108'))],
      hasBot: true,
    },
    {
      chatId: 'oc_demo_songdu',
      name: '松渡县乡镇党政办',
      members: [...new Set(membersIn((unit) => unit.startsWith('02') && unit > '0220' && unit < '0260'))],
      hasBot: false,
    },
  ];
}
