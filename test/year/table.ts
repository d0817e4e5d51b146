import { dayOf } from '../../src/kernel/day.ts';
import { MONTHS } from './calendar.ts';
import type { Check } from './checks.ts';
import type { Letter } from './post-office.ts';
import { ROLES, roleOf } from './roster.ts';

/** Unasked messages per role and month, as text; a Chinese character is two columns wide. */
export function messageTable(letters: readonly Letter[]): string {
  const rows = [...ROLES, '群'].map((role) => {
    const own = letters.filter(({ asked, to, group }) => !asked && (group ? '群' : roleOf(to)) === role);
    const counts = MONTHS.map((month) => own.filter(({ at }) => dayOf(at).startsWith(month)).length);
    return [role, ...counts.map(String), String(own.length)];
  });
  const head = ['主动消息', ...MONTHS.map((month) => `${Number(month.slice(5))}月`), '全年'];
  const answers = letters.filter(({ asked }) => asked).length;
  const days = Map.groupBy(
    letters.filter(({ asked }) => !asked),
    ({ to, at }) => `${to} ${dayOf(at)}`,
  );
  const most = Math.max(0, ...[...days.values()].map(({ length }) => length));
  return [
    ...[head, ...rows].map(line),
    `一人一天最多收到 ${most} 条主动消息；另有应答 ${answers} 条（本人提问、点按后的回复）`,
  ].join('\n');
}

function line([role = '', ...counts]: readonly string[]): string {
  return pad(role, 16, 'end') + counts.map((count) => pad(count, 6, 'start')).join('');
}

function pad(text: string, width: number, side: 'start' | 'end'): string {
  const wide = Array.from(text).reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
  const space = ' '.repeat(Math.max(0, width - wide));
  return side === 'end' ? text + space : space + text;
}

export function checkLines(checks: readonly Check[]): string[] {
  return checks.flatMap(({ point, says, counted, failures }) => [
    `${failures.length === 0 ? '通过' : '不合格'}　${point > 0 ? `第 ${point} 点` : '前提'}　${says}：${counted}`,
    ...failures.slice(0, 10).map((failure) => `        ${failure}`),
    ...(failures.length > 10 ? [`        … ${failures.length - 10} 处未列出`] : []),
  ]);
}
