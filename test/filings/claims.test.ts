import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSpan } from '../../src/filings/lexicon-days.ts';
import { isOurs, readQuery } from '../../src/filings/lexicon-query.ts';

describe('a concrete inspection is looked up', () => {
  it.each([
    '县林业局明天来检查备案没',
    '县林业局明天来检查，备案了吗？',
    '林业局来检查备没备案',
    '下周三市应急局要来督查防汛，在不在备案清单上',
    '校园食品安全检查备案没有',
    '今天来的检查组有没有备案',
    '6月23日教育局的检查备过案没',
    '帮我查一下明天县住建局来检查有没有备案',
    '俺镇下星期迎检，想先查查这个检查有没有备案编号',
    '安全生产一票否决报没报备',
    '信访这一项一票否决报备了没',
    '望督备〔2026〕2号检查备案了没有',
    '明天谁来检查',
    '下周有没有检查来我们镇',
    '这周有哪些单位来检查',
    '这个月来几拨了',
    '上个月来检查了几次',
    '县教育局备案了没',
    '说是县市场监管局的，明天来抽查，备案没',
    '县农业农村局下周来调研备案没',
    '有个检查组明天来备没备案',
  ])('%s', (text) => {
    expect(isOurs(text)).toBe(true);
  });
});

describe('a question about the rule is for the policy answers', () => {
  it.each([
    '督查检查考核要备案吗',
    '督查检查考核要不要备案',
    '检查要备案吗',
    '没备案的检查怎么办',
    '没备案的检查能不能拒绝',
    '没备案的督查能不能不接',
    '县林业局明天来检查没备案怎么办',
    '怎么查检查有没有备案',
    '明天来的检查组备没备案，去哪查',
    '有个检查组明天来，去哪查它备没备案',
    '这次检查有没有备案',
    '这次环保督查备没备案哪能查',
    '部门单独考核乡镇要批准吗',
    '县局自己来考核，让不让',
    '检查考核备案归谁受理',
    '一年能来几次综合考核',
    '对乡镇一年最多考核几次',
    '会议报备有没有时间要求',
    '开会要不要报备',
    '政务应用要不要备案',
    '这个机器人备案了没有',
    '容错认定后报谁备案',
    '哪些一票否决报备了',
    '某一项一票否决有没有向市里报备',
    '这一条一票否决报备过吗',
    '考察组半年来几次',
    '今年备案的督查检查考核有哪几项',
    '考核换成调研的名头去，不用备案了吧',
    '怎么让备案系统看不见这次检查',
    '乡镇工作补贴要不要报上级备案',
    '举报县林业局明天来检查没备案',
    '四不两直是啥意思',
    '几家都来查同一件事，能不能合并成一次',
    '编号 20260315001 的备案查得到吗',
  ])('%s', (text) => {
    expect(isOurs(text)).toBe(false);
  });

  /** Of all questions by which the policy answers are measured, a few name a veto or a day; nothing else is taken away. */
  it('takes nothing else of all that the starter questions and the unseen ones ask', () => {
    const taken = [...seeds(), ...unseen()].filter((text) => isOurs(text) && !/否决/.test(text));
    expect([...new Set(taken)]).toEqual(['俺镇下星期迎检，想先查查这个检查有没有备案编号']);
  });
});

const seeds = () => texts('../../db/seed/questions/', '.json', (text) => strings(JSON.parse(text)));

const unseen = () => [
  ...texts('../policy/fixtures/', '.jsonl', (text) =>
    text
      .split('\n')
      .filter(Boolean)
      .flatMap((line) => strings(JSON.parse(line))),
  ),
  ...texts('../policy/', '.ts', (code) => [...code.matchAll(/'([^'\n]+)'/g)].map(([, text = '']) => text)),
];

function texts(path: string, end: string, read: (text: string) => string[]): string[] {
  const folder = new URL(path, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .flatMap((name) => read(readFileSync(new URL(name, folder), 'utf8')));
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const TODAY = '2026-06-22';

it.each([
  ['明天', '2026-06-23', '2026-06-23'],
  ['后天上午', '2026-06-24', '2026-06-24'],
  ['大后天', '2026-06-25', '2026-06-25'],
  ['周三', '2026-06-24', '2026-06-24'],
  ['下周三', '2026-07-01', '2026-07-01'],
  ['星期天', '2026-06-28', '2026-06-28'],
  ['上周五', '2026-06-19', '2026-06-19'],
  ['这周', '2026-06-22', '2026-06-28'],
  ['下星期', '2026-06-29', '2026-07-05'],
  ['这个月', '2026-06-01', '2026-06-30'],
  ['上半年', '2026-01-01', '2026-06-30'],
  ['今年', '2026-01-01', '2026-12-31'],
  ['去年下半年', '2025-07-01', '2025-12-31'],
  ['下个月', '2026-07-01', '2026-07-31'],
  ['7月份', '2026-07-01', '2026-07-31'],
  ['6月23日', '2026-06-23', '2026-06-23'],
  ['23号到25号', '2026-06-23', '2026-06-25'],
  ['3号', '2026-07-03', '2026-07-03'],
  ['2026-07-01', '2026-07-01', '2026-07-01'],
  ['1月5日', '2026-01-05', '2026-01-05'],
])('%s is a day that can be looked up', (said, from, to) => {
  expect(readSpan(`县林业局${said}来检查`, TODAY).span).toEqual({ from, to });
});

it('in December, January is the next one; a number is no day', () => {
  expect(readSpan('1月5日', '2026-12-20').span?.from).toBe('2027-01-05');
  expect(readSpan('望督备〔2026〕7号', TODAY).span).toBeUndefined();
  expect(readSpan('第3号', TODAY).span).toBeUndefined();
});

const units = [
  { code: 'F', name: '望泉县林业局', county: '望泉县' },
  { code: 'H', name: '望泉县住房和城乡建设局', county: '望泉县' },
  { code: 'R', name: '望泉县人力资源和社会保障局', county: '望泉县' },
  { code: 'M', name: '望泉县市场监督管理局', county: '望泉县' },
  { code: 'E', name: '望泉县应急管理局', county: '望泉县' },
  { code: 'E0', name: '市应急管理局', county: '' },
  { code: 'N', name: '市生态环境局', county: '' },
  { code: 'W', name: '望泉县卫生健康委员会', county: '望泉县' },
  { code: 'O', name: '望泉县委办公室', county: '望泉县' },
];

it.each([
  ['县林业局明天来检查备案没', ['F'], ''],
  ['林业局来检查备没备案', ['F'], ''],
  ['县住建局的检查备案没', ['H'], ''],
  ['人社局来检查有没有备案', ['R'], ''],
  ['说是县市场监管局的，明天来抽查，备案没', ['M'], ''],
  ['县应急局来督查防汛备案没', ['E'], '防汛'],
  ['市应急局来督查防汛备案没', ['E0'], '防汛'],
  ['应急局来督查备案没', ['E', 'E0'], ''],
  ['环保局来查备案没', ['N'], ''],
  ['卫健委来检查备案没', ['W'], ''],
  ['县委办来督查备案没', ['O'], ''],
  ['校园食品安全检查备案没有', undefined, '校园食品安全'],
  ['安全生产一票否决报没报备', undefined, '安全生产'],
  ['信访这一项一票否决报备了没', undefined, '信访'],
  ['望督备〔2026〕2号检查备案了没有', undefined, '望督备〔2026〕2号'],
  ['今天来的检查组有没有备案', undefined, ''],
  ['你好，明天我们镇有个人居环境检查，备案了没有', undefined, '人居环境'],
  ['县气象局明天来检查备案没', undefined, '县气象局'],
])('%s', (said, organisers, topic) => {
  const query = readQuery(said, TODAY, units);
  expect(query.organisers && [...query.organisers]).toEqual(organisers);
  expect(query.topic).toBe(topic);
});
