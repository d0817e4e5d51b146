import { type Rich, rich } from '../chat/rich.ts';
import { dateText } from '../chat/words.ts';
import { type Indicator, indicatorNames, monthText } from '../counts/window.ts';
import type { Day } from '../kernel/day.ts';
import type { Month } from '../kernel/period.ts';
import type { TaskKind } from './tasks/repo.ts';

export const boardWords = {
  command: ['预警', '反弹预警'],
  help: '待签发的提示函、待处置的纠偏、暂停中的提示',
  title: '反弹预警',
  subtitle: (tasks: number, silences: number) =>
    tasks + silences === 0
      ? '现在没有要办的'
      : [tasks > 0 && `${tasks} 项要办`, silences > 0 && `${silences} 项暂停中`].filter(Boolean).join('，'),
  nothing: '没有待签发的提示函，也没有待处置的纠偏。',
  task: (kind: TaskKind, name: string, indicator: Indicator, month: Month): Rich =>
    rich`**${name}　${indicatorNames[indicator]}**\n${monthText(month)}${kind === 'draft' ? '预警，提示函待签发' : '纠偏，待处置'}`,
  open: { draft: '看草稿', todo: '看清单' },
  more: (count: number) => `另有 ${count} 项，办完上面的再发“预警”。`,
  silenceTitle: '暂停中的提示',
  silence: (what: string, until: Day, reason: string, author: string): Rich =>
    rich`**${what}**　到 ${dateText(until)}自动恢复\n${author}：${reason}`,
  lift: '现在恢复',
  newSilence: '暂停提示',
  rehearse: '预演规则',
  rules: (version: string) => `现用预警规则：版本 ${version}。改规则请管理员在工作簿“预警规则”表里加新版本。`,
  nothingFor: (month: Month) => `${monthText(month)}没有发给您的反弹苗头。`,
};
