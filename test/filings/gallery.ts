import { researchVisit } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { openDesk, plan, queued, register, say, type Tapped, tap } from './desk.ts';

const cardOf = ({ card, says }: Tapped): Card => {
  if (!card) throw new Error(`the click left the card as it was: ${says}`);
  return card;
};

/** Every card about filings as its people see it in June 2026, by name. */
export async function filingCards(): Promise<Record<string, Card>> {
  const runtime = await openDesk();
  await plan(runtime, 'B1', 2);
  await runtime.store.db.insert(researchVisit).values([
    {
      number: 'Y1',
      topic: '乡村特色产业发展',
      organiser: 'B1',
      targets: ['T1', 'T2'],
      startDay: '2026-07-01',
      endDay: '2026-07-01',
    },
    {
      number: 'Y2',
      topic: '特色产业和乡村旅游',
      organiser: 'B2',
      targets: ['T2'],
      startDay: '2026-07-05',
      endDay: '2026-07-06',
    },
  ]);
  const form = await say(runtime, 'liaison', '登记备案');
  const done = await register(runtime, 'liaison', { basis: '年度督查检查考核计划', 'marks.records': true });
  await register(runtime, 'otherUnit', {
    number: '望督备〔2026〕7号',
    name: '森林防火和松材线虫病防治检查',
    startDay: '2026-06-23',
    endDay: '2026-06-24',
    approval: '望办〔2026〕12号',
  });
  await register(runtime, 'liaison', {
    number: '望督备〔2026〕8号',
    name: '控辍保学专项督查',
    kind: 'special',
    targets: ['all'],
  });
  const waits = await register(runtime, 'liaison', {
    number: '望督备〔2026〕9号',
    name: '食堂暗访',
    kind: 'unannounced',
  });
  const waiting = (await queued(runtime, 'filings.waiting'))[0]?.card ?? undefined;
  const clash = (await queued(runtime, 'filings.clash'))[0]?.card ?? undefined;
  const book = await say(runtime, 'coordinator', '备案台账');
  const opened = cardOf(await tap(runtime, 'coordinator', book, '打开', { number: '望督备〔2026〕8号' }));
  const edit = cardOf(await tap(runtime, 'coordinator', opened, '修改'));
  const withdraw = cardOf(await tap(runtime, 'coordinator', opened, '撤回'));
  const found = await say(runtime, 'township', '县林业局明天来检查备案没');
  const otherDays = await say(runtime, 'township', '县林业局下周五来检查备案没');
  const notFound = await say(runtime, 'township', '县气象局明天来检查备案没');
  const times = await say(runtime, 'township', '下个月来几拨');
  const table = await say(runtime, 'coordinator', '来访次数 7月');
  const clashes = await say(runtime, 'coordinator', '撞期');
  const returnForm = await say(runtime, 'reviewer', '登记退文');
  const returned = cardOf(
    await tap(runtime, 'reviewer', returnForm, '登记', {
      unit: 'B1',
      title: '关于报送2026年上半年校园安全工作总结的通知',
      reason: 'reporting',
      day: '2026-06-18',
    }),
  );
  const returns = await say(runtime, 'reviewer', '退文');
  const ownReturns = await say(runtime, 'liaison', '退文');
  const courseForm = await say(runtime, 'liaison', '登记培训');
  const course = cardOf(
    await tap(runtime, 'liaison', courseForm, '登记', {
      number: '望训〔2026〕3号',
      name: '村“两委”干部全员轮训（第二期）',
      audience: '村“两委”干部',
      closingDay: '2026-06-26',
      startDay: '2026-07-06',
      endDay: '2026-07-08',
    }),
  );
  const courses = await say(runtime, 'township', '培训');
  const researchForm = await say(runtime, 'liaison', '登记调研');
  const researchList = await say(runtime, 'liaison', '调研台账');
  const research = cardOf(await tap(runtime, 'liaison', researchList, '打开', { number: 'Y1' }));
  const researchEdit = cardOf(await tap(runtime, 'liaison', research, '修改'));
  if (!waiting || !clash) throw new Error('the offices were told nothing');
  return {
    form,
    done: cardOf(done),
    waits: cardOf(waits),
    waiting,
    clash,
    book,
    opened,
    edit,
    withdraw,
    found,
    'other-days': otherDays,
    'not-found': notFound,
    times,
    table,
    clashes,
    'return-form': returnForm,
    returned,
    returns,
    'own-returns': ownReturns,
    'course-form': courseForm,
    course,
    courses,
    'research-form': researchForm,
    'research-list': researchList,
    research,
    'research-edit': researchEdit,
  };
}
