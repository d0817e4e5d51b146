import { type Person, type Place, textsIn } from './person.ts';
import { GROUP, type Sheets } from './town.ts';

/** People who talk with the product and the time that passes, on whichever runtime it lives. */
export interface Hall {
  /** In 云栈镇 and 砚溪镇, both of 望泉县. */
  cadre: Person;
  otherCadre: Person;
  /** Of the city's organisation department. */
  editor: Person;
  otherEditor: Person;
  /** Of the city's office. */
  admin: Person;
  /** What the bot said in the group, as it reads now, oldest first. */
  inGroup(): string[];
  timeIs(shanghai: string): Promise<void>;
}

export interface Talk {
  about: string;
  begins: string;
  talk(hall: Hall): Promise<void>;
}

export function groupOf({ platform }: Place, { openId }: Person): string[] {
  return textsIn(platform.view(openId).chats.find(({ id }) => id === GROUP));
}

const housing = {
  标准问题: '云岭驿站床位怎么安排',
  相似问法: '云岭驿站床位；驿站床位怎么分；云岭驿站几张床；云岭驿站床位标准是多少；驿站的床怎么排',
  主题: '云岭驿站',
  责任科室: '市接待办',
};

/** Entries whose texts differ by county and year, one on trial that has run out; all of it invented. */
export const ownEntries: Sheets = {
  政策问答: [
    {
      ...housing,
      编号: 'YZ02',
      答复: '全市驿站每站安排二十张床位。',
      依据文件: '《云岭驿站管理办法》',
      施行日: '2024-01-01',
    },
    {
      ...housing,
      编号: 'YZ01',
      答复: '每站安排十二张床位。',
      依据文件: '《云岭驿站管理办法》',
      施行日: '2021-01-01',
      失效日: '2023-12-31',
      替代编号: 'YZ02',
    },
    {
      编号: 'YZ03',
      标准问题: '柴火灶改造谁来批',
      相似问法: '柴火灶改造；柴火灶谁批；改柴火灶找谁批；柴火灶改造审批；灶台改造谁来批',
      答复: '全市由乡镇审批。',
      依据文件: '《柴火灶改造规定》',
      主题: '柴火灶',
      责任科室: '市农业农村局',
    },
    {
      编号: 'YZ04',
      标准问题: '柴火灶改造谁来批',
      相似问法: '柴火灶改造；柴火灶谁批；改柴火灶找谁批；柴火灶改造审批；灶台改造谁来批',
      答复: '望泉县由县农业农村局审批。',
      依据文件: '《望泉县柴火灶改造细则》',
      主题: '柴火灶',
      责任科室: '县农业农村局',
      适用单位编码: 'B01',
    },
    {
      编号: 'YZ05',
      标准问题: '水井轮值补助怎么发',
      相似问法: '水井轮值补助；水井轮值有没有补助；守水井的补助；水井补助怎么发；轮值看水井给不给钱',
      答复: '按月随工资发。',
      依据文件: '《水井轮值管理办法（试行）》',
      施行日: '2023-01-01',
      失效日: '2025-12-31',
      主题: '水井轮值',
      责任科室: '市水利局',
    },
  ],
};
