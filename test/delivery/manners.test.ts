import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/chat/card.ts';
import { rich } from '../../src/chat/rich.ts';
import { brokenRule } from '../../src/delivery/manners.ts';

const text = (value: string): Block => ({ kind: 'text', text: value });
const card = (...blocks: Block[]): Card => ({ title: '本月统计', tone: 'info', blocks });
const unasked = { asked: false, group: false, names: [] };
const asked = { asked: true, group: false, names: [] };

describe('unasked messages must not contain the words', () => {
  it.each([
    ['请于今日打卡', 'BR-04'],
    ['连续5天登录', 'BR-04'],
    ['连续登录奖励', 'BR-04'],
    ['本周积分', 'BR-04'],
    ['全市排名', 'BR-04'],
    ['位列第3名', 'BR-04'],
    ['在线时长不足', 'BR-04'],
    ['weekly score', 'BR-04'],
    ['收到请回复', 'BR-09'],
    ['收到后请及时回复', 'BR-09'],
    ['请接龙', 'BR-09'],
    ['@所有人', 'BR-09'],
    ['请务必立即办理', 'BR-09'],
    ['立即上报', 'BR-09'],
    ['截止前确认即可，与登记一致点一下就行', undefined],
    ['连续2个月当月同比上升', undefined],
    ['会议时长超过半天', undefined],
  ])('%s', (words, rule) => {
    expect(brokenRule(card(text(words)), unasked)).toBe(rule);
  });

  it('wherever they stand on the card', () => {
    const places: Card[] = [
      { title: '全市排名', tone: 'info', blocks: [] },
      { title: 'x', subtitle: '全市排名', tone: 'info', blocks: [] },
      { title: 'x', summary: '全市排名', tone: 'info', blocks: [] },
      { title: 'x', tags: [{ text: '排名', tone: 'red' }], tone: 'info', blocks: [] },
      card({ kind: 'note', text: '全市排名' }),
      card({ kind: 'facts', facts: [{ label: '排名', value: '3' }] }),
      card({ kind: 'facts', facts: [{ label: 'x', value: rich`第${3}名` }] }),
      card({ kind: 'table', columns: [{ name: 'r', title: '名次', type: 'number' }], rows: [] }),
      card({ kind: 'buttons', buttons: [{ text: '签到', action: 'a.b' }] }),
      card({ kind: 'panel', title: '排行榜', blocks: [] }),
      card({ kind: 'panel', title: 'x', blocks: [{ kind: 'text', text: rich`第${3}名` }] }),
      card({
        kind: 'form',
        name: 'f',
        fields: [{ kind: 'input', name: 'n', label: '积分' }],
        submit: { text: '提交', action: 'a.b' },
      }),
    ];
    expect(places.map((place) => brokenRule(place, unasked))).toEqual(places.map(() => 'BR-04'));
  });

  it('somebody else may be quoted: a complaint reaches the office in its own words', () => {
    const complaint = '我们镇天天要求打卡接龙，收到请回复';
    expect(brokenRule(card({ kind: 'text', text: rich`投诉内容：${complaint}` }), unasked)).toBeUndefined();
  });
});

describe('answers may explain the rules, but not act against them', () => {
  it.each([
    ['工作群里不得脱离实际强制打卡接龙、即时响应', undefined],
    ['群里发“收到请回复”属于指尖上的形式主义', undefined],
    ['不@所有人，不要求已读', undefined],
    ['请收到请回复', 'BR-09'],
    ['@所有人 请看', 'BR-09'],
  ])('%s', (words, rule) => {
    expect(brokenRule(card(text(words)), asked)).toBe(rule);
  });
});

describe('groups: nobody is named beside something missing (BR-41)', () => {
  const group = { asked: true, group: true, names: ['市水务局', '张三'] };
  it.each([
    ['市水务局未报', 'BR-41'],
    ['张三未完成', 'BR-41'],
    ['市水务局进度落后', 'BR-41'],
    ['未报的可以补报', undefined],
    ['请找市水务局办公室', undefined],
  ])('%s', (words, rule) => {
    expect(brokenRule(card(text(words)), group)).toBe(rule);
  });
});
