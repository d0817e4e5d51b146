import { dayText } from '../chat/words.ts';
import type { Day } from '../kernel/day.ts';
import { featureWords } from './words.ts';

export const todoWords = {
  own: (open: number, late: number, end: Day) =>
    [
      open > 0 ? `走访谈话还差 ${open} 次，${dayText(end)}前` : '',
      late > 0 ? `上个半年还有 ${late} 次没登记` : '',
    ]
      .filter(Boolean)
      .join('；'),
  openOwn: '去登记',
  sayOwn: featureWords.recordWords[0] ?? '',
  overdue: (tasks: number, points: number) => `走访谈话逾期 ${tasks} 次，涉及 ${points} 个联系点`,
  openProgress: '看考察进度',
  sayProgress: featureWords.progressWords[0] ?? '',
};
