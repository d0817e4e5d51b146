import { boardWords } from './words-board.ts';

export const todoWords = {
  draft: (open: number) => `${open} 份反弹预警提示函待签发`,
  todo: (open: number) => `${open} 项反弹纠偏待处置`,
  open: '看预警',
  say: boardWords.command[0] ?? '',
};
