import { type Rich, rich } from './rich.ts';
import type { Todo } from './todo.ts';

export const todayWords = {
  title: '今日待办',
  commands: ['今日待办', '待办'],
  help: '等您定的、要您办的、还没齐的，一张卡看全',
  subtitle: (day: string, count: number) => `${day} · 共 ${count} 件`,
  headings: { decide: '等您定', do: '要您办', missing: '还没齐' } satisfies Record<Todo['kind'], string>,
  none: '今天没有要您定、要您办的事。',
  inPrivate: '是哪些、怎么办，请到单聊里发“今日待办”看。',
  withNames: (text: string, names: readonly string[]): Rich => rich`${text}：${names.join('、')}`,
  which: (count: number) => `是哪些（${count}）`,
  names: (names: readonly string[]): Rich => rich`${names.join('、')}`,
  opened: '已发在下方。',
};
