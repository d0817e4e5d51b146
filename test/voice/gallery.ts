import type { Card } from '../../src/chat/card.ts';
import { type Desk, openDesk } from './desk.ts';

async function tapped(desk: Desk, openId: string, card: Card, text: string, typed = {}): Promise<Card> {
  const answer = await desk.tap(openId, card, text, typed);
  if (!answer.card) throw new Error(`the click left the card as it was: ${answer.toast?.text}`);
  return answer.card;
}

/** Every card about complaints as its people see it in June 2026, by name. */
export async function voiceCards(): Promise<Record<string, Card>> {
  const desk = await openDesk();
  const none = await desk.say('ou_county', '受理清单');
  const form = await desk.say('ou_zhou', '投诉 县林业局一周要三张同样的表');
  const receipt = await tapped(desk, 'ou_zhou', form, '提交', { about: '青禾县林业局' });
  const suggestion = await desk.say('ou_zhou', '建议 把两张人口表并成一张，按季度报一次就够了');
  const signed = await tapped(desk, 'ou_zhou', suggestion, '提交', { sign: 'signed' });
  const list = await desk.say('ou_county', '受理清单');
  const item = await tapped(desk, 'ou_county', list, '办理');
  const left = await tapped(desk, 'ou_county', item, '发出答复', {
    reply: '已请该局把三张表并成一张，从 7 月起按月报一次。',
    next: 'working',
  });
  return {
    form,
    receipt,
    'suggestion-form': suggestion,
    'receipt-signed': signed,
    list,
    item,
    'list-after': left,
    'list-empty': none,
    status: await tapped(desk, 'ou_zhou', receipt, '看办理情况'),
    mine: await desk.say('ou_zhou', '我的反馈'),
  };
}
