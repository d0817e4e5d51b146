import { expect } from 'vitest';
import { GROUP, type Stage } from './vocabulary.ts';

/** One thing that happens, and what people see of it, in fair weather and foul. */
export interface Act {
  (stage: Stage): Promise<void>;
  /** Nothing happens, or nothing that another act has not shown already: no use in dying here. */
  quiet?: boolean;
}

export interface Story {
  begins: string;
  acts: Act[];
}

export const quietly = (act: (stage: Stage) => Promise<void>): Act => Object.assign(act, { quiet: true });

export const until = (shanghai: string): Act => quietly((stage) => stage.timeIs(shanghai));

export const asking: Story = {
  // Long after the digest of Monday and before the next one.
  begins: '2026-06-24T09:00',
  acts: [
    async ({ cadre }) => {
      await cadre.opensChat();
      expect(cadre).toHaveReceived(/您好，我是轻负/, 1);
    },
    async ({ cadre, otherCadre, inAnyOrder }) => {
      await inAnyOrder(async () => {
        await cadre.says('乡补最低多少钱');
        await otherCadre.says('今天天气怎么样');
        await cadre.says('乡补多少钱');
      });
      // With source and date.
      expect(cadre).toHaveReceived(
        /月人均 200 元[\s\S]*依据 .*乡镇工作补贴的通知[\s\S]*按 2026年6月24日在库有效/,
        1,
      );
      expect(otherCadre).toHaveReceived(/知识库里没有[\s\S]*我不猜[\s\S]*找谁问 .*0000-6600136/, 1);
      // What only the county can know is not made up.
      expect(cadre).toHaveReceived(/本地标准还没有录入[\s\S]*具体标准我不能猜/, 1);
    },
    async ({ cadre }) => {
      const answer = await cadre.clicks('有用', /最低标准/);
      expect(answer).toSay(/^谢谢/);
    },
    async (stage) => {
      const { cadre, otherCadre, inAnyOrder, outcome } = stage;
      await inAnyOrder(async () => {
        await otherCadre.says('乡补最低多少钱', { in: GROUP });
        await cadre.says('@轻负 乡补最低多少钱', { in: GROUP });
      });
      const inGroup = outcome().减负问答 ?? [];
      expect(inGroup).toHaveLength(1);
      expect(inGroup[0]).toMatch(/月人均 200 元/);
      expect(inGroup[0]).not.toContain('[');
    },
  ],
};

export const confirming: Story = {
  begins: '2026-06-29T17:00',
  acts: [
    until('2026-06-30T09:09'),
    async ({ timeIs, liaison, colleague, unregistered, cadre, coordinator }) => {
      await timeIs('2026-06-30T09:11');
      for (const person of [liaison, colleague])
        expect(person).toHaveReceived(
          /6月发文会议统计\n望泉县教育局[\s\S]*发文 4 件[\s\S]*会议 4 次[\s\S]*截止：7月3日/,
          1,
        );
      expect(unregistered).toHaveReceived(/还没有登记数，下面是上月数/, 1);
      expect(cadre.received()).toEqual([]);
      expect(coordinator.received()).toEqual([]);
    },
    async ({ liaison, colleague }) => {
      const answer = await liaison.clicks('确认无误');
      expect(answer).toSay(/^已确认，谢谢。$/);
      for (const person of [liaison, colleague])
        expect(person).toSee(/统计：已确认[\s\S]*钱晓禾 6月30日（周二）.*确认/);
    },
    async ({ changing }) => {
      await changing.clicks('修改');
      const hostile = {
        发文: '十几件吧',
        发文·其中计划外: '-1',
        会议: '1.5',
        会议·其中直达乡镇: '９９９９９９９９９９',
      };
      const refused = await changing.submits(hostile);
      expect(refused).toSay(
        /^发文“十几件吧”看不懂.*；发文·其中计划外不能是负数；会议要填整数，“1\.5”带小数；会议·其中直达乡镇.*太大.*您填的内容还在/,
      );
      // The card was left alone, so what was typed is still there.
      expect(refused).toMatchObject({ tone: 'error', replaced: false });
      const answer = await changing.submits({ 发文: '１２', 会议: '六' });
      expect(answer).toSay(/^已提交，谢谢。$/);
      expect(changing).toSee(/统计：已确认[\s\S]*发文 12 件[\s\S]*会议 6 次/);
    },
    async ({ coordinator }) => {
      await coordinator.says('进度');
      expect(coordinator).toHaveReceived(
        /收集中，2\/4 个单位已确认[\s\S]*还没有数的单位（1 个）\n望泉县卫生健康局\n/,
        1,
      );
    },
    until('2026-07-02T09:19'),
    quietly(async ({ timeIs, unregistered, silent }) => {
      await timeIs('2026-07-02T09:21');
      expect(unregistered).toHaveReceived(/统计：7月3日（周五）截止/, 1);
      // Whoever has registered figures is left in peace.
      expect(silent.received()).toHaveLength(1);
    }),
    until('2026-07-03T09:19'),
    async ({ timeIs, unregistered }) => {
      await timeIs('2026-07-03T09:21');
      expect(unregistered).toHaveReceived(/统计：今天截止/, 1);
      const answer = await unregistered.clicks('确认无误');
      expect(answer).toSay(/^已确认，谢谢。$/);
      // All three cards of the month tell the same.
      expect(unregistered).toHaveReceived(/统计：已确认/, 3);
    },
    until('2026-07-03T18:04'),
    async ({ timeIs, silent }) => {
      await timeIs('2026-07-03T18:06');
      expect(silent).toHaveReceived(/统计：已采用[\s\S]*发文 18 件[\s\S]*按登记数自动采用/, 1);
      expect(silent.received()).toHaveLength(1);
    },
    async ({ silent }) => {
      await silent.clicks('更正');
      const answer = await silent.submits({ 发文: '19', 更正原因: '有漏登的' });
      expect(answer).toSay(/^已更正/);
      expect(silent).toSee(/统计：已确认[\s\S]*发文 19 件/);
    },
    until('2026-07-07T09:29'),
    async ({ timeIs, coordinator }) => {
      await timeIs('2026-07-07T09:31');
      expect(coordinator).toHaveReceived(
        /望泉县2026年6月发文会议统计\n4\/4 个单位有数[\s\S]*发文　当月 39/,
        1,
      );
    },
    until('2026-07-07T11:00'),
  ],
};

export const warning: Story = {
  begins: '2026-06-30T09:00',
  acts: [
    quietly(async ({ timeIs, unregistered }) => {
      await timeIs('2026-06-30T09:20');
      await unregistered.clicks('确认无误');
      await timeIs('2026-07-07T09:39');
    }),
    async ({ timeIs, coordinator, silent, liaison, changing, cadre, cityCoordinator }) => {
      await timeIs('2026-07-07T09:41');
      expect(coordinator).toHaveReceived(
        /6月反弹苗头提示[\s\S]*望泉县应急管理局　发文：预警[\s\S]*进度差 = A\/P − T；累计 A=58、年计划 P=100、时间进度 T=4\d\.\d%/,
        1,
      );
      // Above a note people decide what the unit hears.
      for (const person of [silent, liaison, changing, cadre, cityCoordinator])
        expect(person).not.toHaveReceived(/反弹苗头/);
    },
    async ({ coordinator }) => {
      await coordinator.clicks('看提示函草稿', /反弹苗头/);
      expect(coordinator).toSee(/提示函草稿[\s\S]*待签发[\s\S]*望泉县应急管理局：[\s\S]*书面告知我办/);
    },
    async ({ coordinator, silent }) => {
      const answer = await coordinator.clicks('签发', /提示函草稿/);
      expect(answer).toSay(/^(已签发|这份草稿已经定了)/);
      expect(coordinator).toSee(/已签发/);
      expect(silent).toHaveReceived(/预警提示[\s\S]*望泉县应急管理局：[\s\S]*望泉县委办公室/, 1);
    },
    quietly(async ({ timeIs, coordinator, silent }) => {
      await timeIs('2026-07-08T10:00');
      expect(coordinator).toHaveReceived(/反弹苗头|提示函草稿/, 1);
      expect(silent).toHaveReceived(/预警提示/, 1);
    }),
  ],
};

export const reminding: Story = {
  begins: '2026-04-29T17:00',
  acts: [
    until('2026-04-30T09:09'),
    // 60 days before the end of June is a holiday: the workday before it.
    async ({ timeIs, groupLiaison, otherGroup, cadre }) => {
      await timeIs('2026-04-30T09:11');
      expect(groupLiaison).toHaveReceived(/走访谈话提醒[\s\S]*第1组[\s\S]*还差 4 项/, 1);
      expect(otherGroup).toHaveReceived(/走访谈话提醒[\s\S]*第2组[\s\S]*还差 4 项/, 1);
      expect(cadre.received()).toEqual([]);
    },
    until('2026-05-29T09:09'),
    // 30 days before is a Sunday.
    quietly(async ({ timeIs, groupLiaison }) => {
      await timeIs('2026-05-29T09:11');
      expect(groupLiaison).toHaveReceived(/走访谈话提醒/, 2);
    }),
    async ({ groupLiaison }) => {
      const answer = await groupLiaison.clicks('走访 云栈镇');
      expect(answer).toSay(/^已登记：云栈镇 走访，5月29日$/);
      expect(groupLiaison).toSee(/还差 3 项/);
    },
    until('2026-06-15T09:09'),
    quietly(async ({ timeIs, groupLiaison }) => {
      await timeIs('2026-06-15T09:11');
      expect(groupLiaison).toHaveReceived(/走访谈话提醒[\s\S]*还差 3 项/, 1);
    }),
    async ({ groupLiaison }) => {
      await groupLiaison.clicks('谈话 云栈镇');
      const answer = await groupLiaison.clicks('同日走访并谈话 砚溪镇');
      expect(answer).toSay(/^已登记：砚溪镇 走访、谈话，6月15日$/);
      expect(groupLiaison).toSee(/走访谈话已全部登记/);
    },
    until('2026-06-23T09:09'),
    async ({ timeIs, groupLiaison, otherGroup }) => {
      await timeIs('2026-06-23T09:11');
      // Three cards for the first group, which has finished; the fourth goes to the other one alone.
      expect(groupLiaison.received()).toHaveLength(3);
      expect(otherGroup).toHaveReceived(/走访谈话提醒[\s\S]*还有 7 天/, 1);
      expect(otherGroup.received()).toHaveLength(4);
    },
    quietly(async ({ timeIs, groupLiaison, otherGroup }) => {
      await timeIs('2026-07-02T10:00');
      expect(groupLiaison.received()).toHaveLength(3);
      expect(otherGroup.received()).toHaveLength(4);
    }),
  ],
};
