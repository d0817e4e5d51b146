import { demoCast } from '../../db/seed/demo/index.ts';
import { unitNamed } from '../../db/seed/demo/units.ts';
import { addDays, dayOf } from '../../src/kernel/day.ts';
import type { Person } from '../scenarios/person.ts';
import { MONTHS, workdayFrom } from './calendar.ts';
import { bringIn, GROUP } from './city.ts';
import type { Hall } from './hall.ts';

/** A flood on a Saturday evening; what is signed meanwhile reaches the unit at once. */
export const EMERGENCY = {
  from: '2026-07-11T20:00',
  hours: 72,
  signs: '2026-07-11T20:30',
  again: '2026-07-15T19:30',
};

/** In the middle of a collection. */
const RENAMED = {
  at: '2026-06-01T11:00',
  unit: { 编码: unitNamed('市民政局').code, 名称: '市民政和社会事务局', 层级: '市直' },
};

/** The offices of the city: look at their month, sign drafted notices in the evening, once in an emergency. */
export function seatOffices(hall: Hall): void {
  const { cityCoordinator, countyCoordinator } = demoCast;
  for (const month of MONTHS) {
    const day = workdayFrom(`${month}-12`);
    hall.does(cityCoordinator, `${day}T10:00`, (person) => person.says('进度'));
    hall.does(cityCoordinator, `${day}T10:10`, (person) => person.says('我的任务'));
    hall.does(countyCoordinator, `${day}T10:20`, (person) => person.says('进度'));
  }
  hall.does(countyCoordinator, '2026-02-05T09:00', (person) => person.says('静默'));
  hall.does(countyCoordinator, '2026-08-05T09:00', (person) => person.says('取消静默'));
  hall.does(cityCoordinator, EMERGENCY.from, async (person) => {
    await person.says('应急通道');
    const { tone, says } = await person.submits({
      事由: '防汛应急响应',
      批准人: '市委秘书长',
      时长: `${EMERGENCY.hours} 小时`,
    });
    if (tone === 'error') throw new Error(says);
  });
  hall.does(cityCoordinator, '2026-08-03T10:30', (person) => person.says('应急公示'));
  hall.plan(RENAMED.at, '', () => bringIn(hall.quarters, { 单位: [RENAMED.unit] }));
  hall.onLetterTo(cityCoordinator, ({ title, text, at }) => {
    if (/^今天有 \d+ 件事/.test(title))
      hall.does(cityCoordinator, at + 20 * 60_000, (person) => person.clicks('打开'));
    if (!text.includes('[看提示函草稿]')) return;
    const inJuly = dayOf(at).startsWith('2026-07');
    const evening = `${addDays(dayOf(at), 1)}T19:30`;
    hall.does(cityCoordinator, inJuly ? EMERGENCY.signs : evening, sign);
  });
}

async function sign(person: Person): Promise<void> {
  await person.clicks('看提示函草稿');
  if (!person.received().some((card) => card.includes('[签发]'))) return;
  const { tone, says } = await person.clicks('签发');
  if (tone === 'error') throw new Error(says);
}

/** Those at the grass roots, who only ask and are never asked. */
export function seatCadres(hall: Hall): void {
  const { cadre, villageCadre, visitor, countyCoordinator } = demoCast;
  for (const month of MONTHS) {
    hall.does(cadre, `${month}-10T21:15`, (person) => person.says('乡补最低多少钱'));
    hall.does(villageCadre, `${month}-11T12:30`, (person) => person.says('县应急管理局明天来检查备案没'));
    hall.does(cadre, `${month}-16T09:20`, (person) => person.says('@轻负 乡补最低多少钱', { in: GROUP }));
    hall.does(countyCoordinator, `${month}-16T09:40`, (person) => person.says('@轻负 进度', { in: GROUP }));
  }
  hall.does(visitor, '2026-03-03T10:00', (person) => person.says('今天天气怎么样'));
  hall.does(cadre, '2026-05-20T20:10', async (person) => {
    await person.says('减负反馈');
    const { tone, says } = await person.submits({
      内容: '同一张人口台账一季度要报三次',
      怎么署名: '署名：答复发到这里的单聊',
    });
    if (tone === 'error') throw new Error(says);
  });
  hall.does(countyCoordinator, '2026-05-22T19:00', async (person) => {
    await person.says('受理清单');
    await person.clicks('办理');
    const { tone, says } = await person.submits({ 答复: '已商有关部门改为一年一次', 办到哪一步: '办结' });
    if (tone === 'error') throw new Error(says);
  });
}
