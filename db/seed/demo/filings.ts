import { pointsOf, unitNamed } from './units.ts';

const codes = (...names: string[]) => names.map((name) => unitNamed(name).code);
const all = (county: '望泉县' | '松渡县') => pointsOf(county).map((unit) => unit.code);

interface DemoFiling {
  number: string;
  name: string;
  organiser: string;
  kind: string;
  targets: string[];
  from: string;
  to: string;
  approval?: string;
}

/** 备案清单 of 2026: past, running and coming; 防汛 and 校园食品 clash in 云栈镇 within two days. */
export const demoFilings: DemoFiling[] = [
  {
    number: '景督备〔2026〕1号',
    name: '春季森林防火检查',
    organiser: '市应急管理局',
    kind: '检查',
    targets: codes('泉脑乡', '岚坳乡', '桐坳乡'),
    from: '2026-03-16',
    to: '2026-03-20',
  },
  {
    number: '景督备〔2026〕2号',
    name: '防汛备汛专项督查',
    organiser: '市应急管理局',
    kind: '专项督查',
    targets: codes('云栈镇', '枫垅乡', '苇塘乡', '芦汀镇', '墨陂镇'),
    from: '2026-06-15',
    to: '2026-06-26',
  },
  {
    number: '景督备〔2026〕3号',
    name: '饮用水水源地环境检查',
    organiser: '市生态环境局',
    kind: '检查',
    targets: codes('砚溪镇', '霜桥镇', '泉脑乡'),
    from: '2026-07-06',
    to: '2026-07-10',
  },
  {
    number: '望督备〔2026〕1号',
    name: '乡镇（街道）年度综合考核',
    organiser: '望泉县委办公室',
    kind: '综合考核',
    targets: all('望泉县'),
    from: '2026-11-16',
    to: '2026-12-11',
  },
  {
    number: '望督备〔2026〕2号',
    name: '校园食品安全检查',
    organiser: '望泉县教育局',
    kind: '检查',
    targets: codes('云栈镇', '麦垄镇', '砚台街道'),
    from: '2026-06-23',
    to: '2026-06-25',
  },
  {
    number: '望督备〔2026〕3号',
    name: '教育工作单项考核',
    organiser: '望泉县教育局',
    kind: '单项考核',
    targets: codes('砚溪镇', '槐渡镇', '云栈镇', '麦垄镇'),
    from: '2026-10-19',
    to: '2026-10-23',
    approval: '望办〔2026〕12号',
  },
  {
    number: '望督备〔2026〕4号',
    name: '安全生产一票否决事项',
    organiser: '望泉县应急管理局',
    kind: '一票否决',
    targets: all('望泉县'),
    from: '2026-01-01',
    to: '2026-12-31',
    approval: '景办〔2025〕41号',
  },
  {
    number: '松督备〔2026〕1号',
    name: '乡镇（街道）年度综合考核',
    organiser: '松渡县委办公室',
    kind: '综合考核',
    targets: all('松渡县'),
    from: '2026-11-16',
    to: '2026-12-11',
  },
  {
    number: '松督备〔2026〕2号',
    name: '乡镇卫生院运行情况检查',
    organiser: '松渡县卫生健康委员会',
    kind: '检查',
    targets: codes('霜桥镇', '陶垴镇', '苇塘乡'),
    from: '2026-07-13',
    to: '2026-07-15',
  },
  {
    number: '松督备〔2026〕3号',
    name: '高标准农田管护专项督查',
    organiser: '松渡县农业农村局',
    kind: '专项督查',
    targets: codes('枣埠镇', '杏坡乡', '砂垄乡'),
    from: '2026-09-07',
    to: '2026-09-11',
  },
];

interface DemoResearch {
  number: string;
  topic: string;
  organiser: string;
  targets: string[];
  from: string;
  to: string;
  unannounced?: boolean;
}

/** 调研计划: the first two could be merged; 汛期值守 is unannounced and must never be shown below. */
export const demoResearch: DemoResearch[] = [
  {
    number: 'DY-2026-01',
    topic: '乡村特色产业发展',
    organiser: '市农业农村局',
    targets: codes('云栈镇', '麦垄镇'),
    from: '2026-07-06',
    to: '2026-07-07',
  },
  {
    number: 'DY-2026-02',
    topic: '乡村特色产业和集体经济',
    organiser: '市发展和改革委员会',
    targets: codes('麦垄镇', '竹坞镇'),
    from: '2026-07-09',
    to: '2026-07-10',
  },
  {
    number: 'DY-2026-03',
    topic: '基层医疗服务能力',
    organiser: '市卫生健康委员会',
    targets: codes('陶垴镇', '杏坡乡'),
    from: '2026-06-29',
    to: '2026-06-30',
  },
  {
    number: 'DY-2026-04',
    topic: '汛期值守',
    organiser: '市应急管理局',
    targets: codes('枫垅乡', '苇塘乡'),
    from: '2026-06-24',
    to: '2026-06-24',
    unannounced: true,
  },
  {
    number: 'DY-2026-05',
    topic: '社区养老服务',
    organiser: '市民政局',
    targets: codes('鼓楼里街道', '银杏里街道'),
    from: '2026-08-11',
    to: '2026-08-12',
  },
  {
    number: 'DY-2026-06',
    topic: '年轻干部墩苗育苗',
    organiser: '市委组织部',
    targets: codes('石臼坪乡', '砂垄乡'),
    from: '2026-09-15',
    to: '2026-09-16',
  },
];
