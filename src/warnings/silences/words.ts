import { type Indicator, indicatorNames } from '../../counts/window.ts';

export const silenceWords = {
  command: ['暂停提示'],
  help: '一段时间不提示，到期自动恢复，如“暂停提示 市教育局 到2026-09-30 机构改革”',
  title: '暂停反弹提示',
  subtitle: (level: string) => level,
  hint: '暂停期间照常统计、照常判定，只是不发提示。到期自动恢复，也可随时恢复。',
  unitLabel: '单位（空着就是全部）',
  unitHint: '写单位名称，如 市教育局',
  indicatorLabel: '指标',
  all: '全部指标',
  untilLabel: '到哪天为止（含当天）',
  reasonLabel: '原因',
  reasonHint: '如 机构改革集中发文',
  submit: '暂停',
  back: '返回',
  done: '已暂停，到期自动恢复。',
  ended: '已恢复提示。',
  endedBefore: '这一项已经恢复了。',
  forbidden: '暂停提示由本层级的统筹员办理。',
  unknownUnit: (name: string) =>
    `没有找到“${name}”。请写本层级单位的全称或其中几个字，空着就是全部。您填的内容还在。`,
  severalUnits: (names: readonly string[]) =>
    `像是这几个单位：${names.join('、')}。请写全称。您填的内容还在。`,
  past: '到期日已经过了，请选今天或以后的日子。您填的内容还在。',
  tooLong: (days: number) => `最长可暂停 ${days} 天，请选近一点的日子。您填的内容还在。`,
  scope: (name: string, indicator: '' | Indicator) =>
    `${name === '' ? '全部单位' : name}　${indicator === '' ? '全部指标' : indicatorNames[indicator]}`,
};
