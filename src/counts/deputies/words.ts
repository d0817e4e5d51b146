import { dateText } from '../../chat/words.ts';
import type { Day } from '../../kernel/day.ts';

export const deputyWords = {
  commands: ['代办'],
  help: '出差、请假时请同事代您，如“代办 张三 到7月10日”',
  title: '代办',
  end: '结束代办',
  how: '出差、请假时，可以请本单位同事代您确认月统计。发“代办”加姓名和到哪天，如：代办 张三 到7月10日。不写日期就是 30 天。到期自动结束。',
  standing: (unit: string, name: string, until: Day) => `${unit}：${name}，代到${dateText(until)}`,
  named: (name: string, until: Day) =>
    `已请${name}代您办到${dateText(until)}，月统计的卡片会同时发给${name}。到期自动结束，提前回来点“结束代办”。`,
  asked: (by: string, unit: string, until: Day) =>
    `${by}请您代办${unit}的发文会议统计，到${dateText(until)}为止。月末会收到一张已填好的卡片，没变化点一下就行。不方便代办，请点“结束代办”。`,
  ended: (name: string) => `${name}的代办已结束。`,
  alreadyEnded: '这项代办已经结束了。',
  nobody: (name: string) =>
    `您单位的人员名单里没有“${name}”。请先请系统管理员把这位同事登记到本单位，再发一次。`,
  isLiaison: (name: string) => `${name}已经是本单位的联络员，不用代办。`,
  badDay: '日期读不懂或已经过了，请这样发：代办 张三 到7月10日。',
  tooLong: (days: number) =>
    `代办最长 ${days} 天。时间更长，请联系系统管理员换联络员，换人时待办会自动移交。`,
  handedOver: (unit: string) =>
    `您是${unit}新的联络员，本月这件事移交给您。每月就一张卡：没变化点“确认无误”，有变化点“修改”，别的不用管。`,
};
