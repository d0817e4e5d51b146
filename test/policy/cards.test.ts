import { beforeAll, describe, expect, it } from 'vitest';
import { cardText } from '../../src/chat/card-text.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { type AnswerParts, answerCard, chooseCard, unknownCard } from '../../src/policy/cards.ts';
import { sectionsCard } from '../../src/policy/cards-sections.ts';
import { contentOfStarter } from '../../src/policy/content.ts';
import type { Entry } from '../../src/policy/repo.ts';
import { readCard } from '../scenarios/read-card.ts';
import { type Gallery, policyCards } from './gallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await policyCards();
}, 30_000);

const every = () => Object.entries(gallery);

it('the platform takes every card, far below its limits', () => {
  for (const [name, { card }] of every()) {
    expect(checkCard(card, { maxTables: 0 }), name).toEqual([]);
    // A third of the 30 KB and 200 elements that the platform takes.
    expect(new TextEncoder().encode(JSON.stringify(card)).length, name).toBeLessThan(10 * 1024);
    expect(JSON.stringify(card).split('"tag":').length, name).toBeLessThan(120);
  }
});

it('the list of chats says what a card says, in one line', () => {
  for (const [name, { line }] of every()) {
    expect(line, name).toMatch(/\p{Script=Han}{2}/u);
    expect(line, name).not.toMatch(/[\n*<>]|LOC-|\[|undefined/);
    expect(Array.from(line).length, name).toBeLessThanOrEqual(80);
  }
  const lines = Object.fromEntries(every().map(([name, { line }]) => [name, line]));
  expect(lines).toMatchObject({
    answer: '国家规定乡镇工作补贴水平不低于月人均 200 元',
    'local-gap': '本地标准还没有录入：乡镇工作补贴年限分档表',
    'calculate-ceiling': '村干部奖励资金上限：最多可提 9.2 万元',
    'human-reply': '市委组织部答复了您转人工的问题',
    'editor-question': '有一个问题等您答复',
  });
});

it('a button says in a line or two of a phone what it does', () => {
  for (const [name, { card }] of every())
    for (const [, label = ''] of readCard(card).matchAll(/^\[(.*)\]$/gm))
      expect(Array.from(label).length, `${name}: ${label}`).toBeLessThanOrEqual(30);
});

it('an answer is as short as people read on a phone: about 200 characters before the basis', () => {
  for (const [name, { card }] of every().filter(([key]) => /^(answer|group-answer|local-gap)/.test(key))) {
    const text = readCard(card);
    const [told = ''] = text.split('\n依据 ');
    expect(told.length, `${name}: ${told}`).toBeLessThan(330);
    expect(text.indexOf('\n依据 '), name).toBeLessThan(text.indexOf('\n找谁问 '));
  }
});

it('what goes into a group leads nowhere but to an answer', () => {
  for (const [name, { card }] of every().filter(([key]) => key.startsWith('group-')))
    expect(readCard(card), name).not.toMatch(/\[(有用|没解决|转人工)\]|自查\]/);
});

describe('at its fullest', () => {
  const entry: Entry = {
    ...contentOfStarter({
      number: 'X'.repeat(32),
      question: '问'.repeat(100),
      like: [],
      unlike: [],
      answer: '答*'.repeat(1_000),
      document: '《'.repeat(200),
      documentNumber: '号'.repeat(100),
      clause: '条'.repeat(100),
      validFrom: '2024-01-01',
      validUntil: '2030-12-31',
      office: '科'.repeat(50),
      phone: '',
      topic: '题',
      factIds: ['BT-01'],
      localFigures: [],
    }),
    revision: 1,
    author: 'cli:test',
    createdAt: 0,
    publishedAt: 0,
  };
  const parts: AnswerParts = {
    entry,
    lead: ['前'.repeat(100)],
    missing: [],
    figures: [],
    contact: { office: '室'.repeat(50), phone: '0000-6600136', hours: '' },
    day: '2026-06-24',
    place: 'private',
  };

  it('a long list of local figures is cut, and says so', () => {
    const figures = Array.from({ length: 400 }, (_, i) => ({
      code: 'LOC-02',
      unit: '',
      position: i,
      values: { 乡镇: `第${i}镇`, 类别: '二类', 加发月额: '120' },
    }));
    const card = answerCard({ ...parts, figures });
    expect(checkCard(cardJson(card))).toEqual([]);
    const shown = cardText(card).match(/第\d+镇/g) ?? [];
    expect(shown.length).toBeGreaterThan(50);
    expect(cardText(card)).toContain(`还有 ${400 - shown.length} 行没有列在这里，请问下面的科室。`);
  });

  it('one endless cell is cut as well', () => {
    const figures = [
      { code: 'LOC-16', unit: '', position: 0, values: { 项目: '正面清单', 内容: '长'.repeat(30_000) } },
    ];
    expect(checkCard(cardJson(answerCard({ ...parts, figures })))).toEqual([]);
  });

  it('of three answers of the longest, those that fit make one card, and the others are asked for again', () => {
    const card = answerCard({ ...parts, missing: ['LOC-01', 'LOC-02'] });
    const several = sectionsCard([card, card, card], 7);
    expect(checkCard(cardJson(several))).toEqual([]);
    expect(cardText(several)).toMatch(/后面 9 件请再发一条/);
  });

  it('the choice and the honest no have the longest questions on their buttons', () => {
    for (const card of [
      chooseCard([entry, entry, entry], true, 'private'),
      unknownCard([entry], parts.contact, 'group'),
    ])
      expect(checkCard(cardJson(card))).toEqual([]);
  });
});
