import { isMonth, type Month } from '../kernel/period.ts';
import { commandWords } from './reconciliation/words.ts';
import { periodText, reviewWords } from './reviews/words.ts';
import { featureWords, momentText, monthText } from './words.ts';

const until = (deadline: number | undefined) =>
  deadline === undefined ? '' : `，${momentText(deadline)}截止`;
/** Only somebody of several levels has to be told which one. */
const of = (county: string | undefined) => (county === undefined ? '' : county || '市级');

export const todoWords = {
  review: (period: string, county?: string) =>
    `${of(county)}${periodText(period)}${isMonth(period) ? '统计' : '盘点'}文字稿，看过后发布`,
  openReview: '看文字稿',
  sayReview: (period: string) => `${reviewWords.command[0] ?? ''} ${period}`,
  reconciliation: (year: number, county?: string) => `${of(county)}${year}年年对账，核对后发给各单位`,
  openReconciliation: '看年对账',
  sayReconciliation: (year: number) => `${commandWords.words[0] ?? ''} ${year}`,
  missing: (month: Month, missing: number, due: number, deadline: number | undefined, county?: string) =>
    `${of(county)}${monthText(month)}统计：应报 ${due} 家，还差 ${missing} 家没有数${until(deadline)}`,
  openProgress: '看进度',
  sayProgress: featureWords.progress[0] ?? '',
  own: (month: Month, units: number, deadline: number | undefined) =>
    `${monthText(month)}统计${units > 1 ? `，${units} 个单位` : ''}待确认${until(deadline)}`,
  openOwn: '去确认',
  sayOwn: featureWords.tasks[0] ?? '',
  explain: (units: number) => `年对账有差异要说明（${units} 张卡）`,
  openExplain: '去说明',
};
