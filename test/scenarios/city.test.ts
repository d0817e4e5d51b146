import { expect, it } from 'vitest';
import { demoCast, demoGroups, demoPeople, demoWorkbook } from '../../db/seed/demo/index.ts';
import { issuingUnits } from '../../db/seed/demo/units.ts';
import { loadDemo } from '../../src/main/demo-load.ts';
import { seedIfFresh } from '../../src/main/seed.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import { buildHouse, type World } from '../support/house.ts';
import { createPerson } from './person.ts';
import { openStage } from './vocabulary.ts';

function populate(platform: Platform): void {
  for (const person of demoPeople()) platform.addPerson({ ...person, state: 'active' });
  for (const group of demoGroups()) platform.addGroup(group);
}

/** The demo as `npm run demo` builds it. */
async function city(): Promise<World> {
  const house = await buildHouse({ at: '2026-06-21T18:00', prepare: populate });
  await seedIfFresh(house.qingfu().runtime);
  await loadDemo(house.qingfu(), demoWorkbook(), (openIds) => house.feishu().directory.unknown(openIds));
  const { database, ids } = house.save();
  await house.close();
  return { database, ids };
}

it('the five minutes of the README, in the whole city', { timeout: 30_000 }, async () => {
  const stage = await openStage({ at: '2026-06-22T08:40', world: await city(), prepare: populate });
  const person = (openId: string) =>
    createPerson(
      { openId, name: demoPeople().find((one) => one.openId === openId)?.name ?? '' },
      () => stage,
    );
  const everybody = demoPeople().map(({ openId }) => person(openId));
  const havingReceived = (pattern: RegExp) =>
    everybody.filter((one) => one.received().some((text) => pattern.test(text)));
  const cadre = person(demoCast.cadre);

  await cadre.says('乡补最低多少钱一个月');
  expect(cadre).toSee(/月人均 200 元/);
  await cadre.says('今天天气怎么样');
  expect(cadre).toSee(/知识库里没有/);

  await stage.timeIs('2026-06-23T09:30');
  expect(havingReceived(/走访谈话提醒/)).toHaveLength(4);
  const group = person(demoCast.groupLiaison);
  expect(group).toHaveReceived(/走访谈话提醒/, 1);
  await group.clicks(firstButton(group.received()[0] ?? ''));
  expect(group).toSee(/已登记/);

  await stage.timeIs('2026-06-30T09:30');
  const liaison = person(demoCast.liaison);
  expect(havingReceived(/6月发文会议统计/).length).toBeGreaterThanOrEqual(issuingUnits.length);
  expect(await liaison.clicks('确认无误')).toSay(/已确认/);

  await stage.timeIs('2026-07-07T10:10');
  const coordinator = person(demoCast.cityCoordinator);
  expect(coordinator).toHaveReceived(/市级2026年6月发文会议统计\n16\/16 个单位有数/, 1);
  expect(coordinator).toHaveReceived(/反弹苗头提示[\s\S]*市生态环境局　发文：预警/, 1);
  // Above a note people decide: the unit hears what a coordinator has signed, and nothing before.
  const rising = person(demoCast.risingLiaison);
  expect(rising).not.toHaveReceived(/反弹苗头|预警提示/);
  await coordinator.clicks('看提示函草稿', /反弹苗头/);
  expect(await coordinator.clicks('签发', /提示函草稿/)).toSay(/^已签发/);
  expect(rising).toHaveReceived(/预警提示[\s\S]*市生态环境局：[\s\S]*市委办公室/, 1);
  expect(liaison).not.toHaveReceived(/反弹苗头/);
  expect(cadre.received()).toHaveLength(2);
});

function firstButton(text: string): string {
  return /\[((走访|谈话) [^\]]+)\]/.exec(text)?.[1] ?? '';
}
