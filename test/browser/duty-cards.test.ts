import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { mutedCard } from '../../src/chat/cards.ts';
import { todayCard } from '../../src/chat/cards-today.ts';
import { openButton } from '../../src/chat/todo.ts';
import { digestCard } from '../../src/delivery/cards.ts';
import { closedCard, openCard, publicCard } from '../../src/system/emergency/cards.ts';
import { lookAtCard } from './support/look.ts';
import { launch, type Stage, stage } from './support/page.ts';

const READER = { name: '林知远', title: '市委办公室' };

let browser: Browser;
let world: Stage;
beforeAll(async () => {
  browser = await launch();
  world = await stage('2026-06-15T10:00');
}, 60_000);
afterAll(async () => {
  await world.close();
  await browser.close();
});

const titled = (title: string, subtitle: string): Card => ({ title, subtitle, tone: 'info', blocks: [] });

const todos = [
  {
    kind: 'decide' as const,
    text: '2026年二季度盘点文字稿，看过后发布',
    button: openButton('看文字稿', '盘点'),
  },
  { kind: 'decide' as const, text: '2 份反弹预警提示函待签发', button: openButton('看预警', '预警') },
  {
    kind: 'missing' as const,
    text: '2026年6月统计：应报 30 家，还差 4 家没有数，7月3日（周五）18:00截止',
    names: ['市发展和改革委员会', '市农业农村局', '市应急管理局', '市卫生健康委员会'],
    button: openButton('看进度', '进度'),
  },
];

const flood = {
  reason: '防汛应急响应',
  approver: '市委书记 张某',
  by: 'ou_1',
  from: Date.parse('2026-06-15T20:00+08:00'),
  until: Date.parse('2026-06-18T20:00+08:00'),
};

const cards: Record<string, Card> = {
  today: todayCard(todos, { day: '7月1日', group: false }),
  'today-group': todayCard(todos, { day: '7月1日', group: true }),
  'today-none': todayCard([], { day: '7月1日', group: false }),
  digest: digestCard([
    { id: '1', card: titled('2026年6月发文会议统计', '市教育局') },
    { id: '2', card: titled('走访谈话还差 5 次', '第 3 组，6月30日前') },
    { id: '3', card: titled('统筹员请您核对一处差异', '2025年年对账') },
  ]),
  muted: mutedCard(true, false),
  'emergency-closed': closedCard(),
  'emergency-open': openCard(flood),
  'emergency-public': publicCard([flood], false),
};

it('every card of duties and manners is read and tapped on a phone without scrolling sideways', {
  timeout: 120_000,
}, async () => {
  for (const [name, card] of Object.entries(cards)) {
    await lookAtCard(browser, world, { name: `duty-${name}`, card, reader: READER });
  }
});
