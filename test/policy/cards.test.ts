import { beforeAll, expect, it } from 'vitest';
import { checkCard } from '../../src/feishu/card-check.ts';
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
    expect(line, name).toMatch(/\p{Script=Han}{3}/u);
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
