import { type Rich, rich } from '../chat/rich.ts';
import { type Month, monthNumber } from '../kernel/period.ts';

export const successionWords = {
  endedTitle: (month: Month) => `${monthNumber(month)}月发文会议统计：不用报了`,
  ended: (month: Month) =>
    `本单位已撤并，${monthNumber(month)}月的数由接续的单位报，您不用再填。以前月份的数照旧保留。`,
  withoutHeir: (names: readonly string[]): Rich =>
    rich`**撤并后没有接续单位（${names.length} 个）**\n${names.join('、')}\n它们不再报数，接替的单位也不在填报名单里。要继续统计，请系统管理员把接替的单位加进“填报名单”表。`,
};
