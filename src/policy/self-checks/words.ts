import { rich } from '../../chat/rich.ts';

export const CHECKS = ['tolerance', 'meeting', 'document', 'five-small'] as const;
export type CheckName = (typeof CHECKS)[number];

export const checkWords = {
  command: ['自查', '对照自查'],
  help: '容错自查、办会自查、发文自查、五小自查，只给自己看',
  names: {
    tolerance: '容错自查',
    meeting: '办会自查',
    document: '发文自查',
    'five-small': '五小自查',
  } satisfies Record<CheckName, string>,
  also: { tolerance: [], meeting: [], document: [], 'five-small': ['“五小”自查'] } satisfies Record<
    CheckName,
    string[]
  >,
  menuTitle: '对照自查',
  menu: '选一项，勾一勾，马上看到对照结果、依据和找谁。',
  alone: '只给您自己看：不保存、不上报、不留痕。',
  submit: '对照一下',
  again: '再查一次',
  below: '自查清单在下面一条消息里。',
  general: '外地办法归纳，不是本地清单',
  local: '本地清单',
  listed: (title: string, source: string, how = '') => `${title}（${source}）${how && `：${how}`}`,
  heading: (title: string, items: readonly string[]) =>
    rich`**${title}**\n${items.map((item) => `· ${item}`).join('\n')}`,
  finding: (title: string, rule: string) => rich`**${title}**\n${rule}`,
  basis: '依据',
  ask: '找谁问',
  step: '程序',
  changed: '本地清单刚刚更新过，请重新打开这项自查再勾。',
  noList: (title: string, instead: string) => `${title}还没有录入，这里用的是${instead}。`,
  localTitle: '本地要求里您勾的',
};
