import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { outbox } from '../../db/schema/index.ts';
import type { ChecklistField } from '../../src/chat/card.ts';
import { boxName, ticked } from '../../src/chat/checklist.ts';
import type { Feature } from '../../src/chat/feature.ts';
import { handleClick } from '../../src/chat/index.ts';
import { outcome } from '../../src/chat/outcome.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { startTalk } from '../support/conversation.ts';

const list: ChecklistField = {
  kind: 'checklist',
  name: 'what',
  label: '有这种情况的打勾',
  options: [
    { text: '甲', value: 'a' },
    { text: '乙', value: 'b' },
    { text: '丙', value: 'c' },
  ],
  values: ['b'],
};

const card = {
  title: '自查',
  tone: 'info' as const,
  blocks: [
    {
      kind: 'form' as const,
      name: 'check',
      fields: [list],
      submit: { text: '对照', action: 'demo.check' },
    },
  ],
};

const demo: Feature = {
  name: 'demo',
  title: '示例',
  commands: [
    { words: ['自查'], help: '', where: 'private', fleeting: true, run: async () => outcome(card) },
    { words: ['别的'], help: '', where: 'private', run: async () => outcome(card) },
  ],
  actions: {
    check: { value: z.object({}), fleeting: true, run: async () => outcome({ card }) },
  },
};

describe('a checklist', () => {
  it('is one box to a line that the platform takes', () => {
    const json = cardJson(card);
    expect(checkCard(json)).toEqual([]);
    const boxes = JSON.stringify(json).match(/"tag":"checker"/g);
    expect(boxes).toHaveLength(3);
    expect(JSON.stringify(json)).toContain(
      '"name":"what.b","text":{"tag":"plain_text","content":"乙"},"checked":true',
    );
  });

  it.each([
    [{}, []],
    [{ 'what.a': true, 'what.b': false, 'what.c': true }, ['a', 'c']],
    [{ 'what.c': 'true', 'what.a': 'true' }, ['a', 'c']],
    [{ 'what.a': '', 'what.b': [], 'what.c': null, 'what.d': true, other: true }, []],
  ])('is read back in its own order: %j', (form, expected) => {
    expect(ticked(form, list)).toEqual(expected);
    expect(boxName('what', 'a')).toBe('what.a');
  });
});

describe('what somebody opens for themselves alone', () => {
  it('is queued as such, other cards are not', async () => {
    const talk = await startTalk([demo]);
    await talk.say('ou_1', '自查');
    await talk.say('ou_1', '别的');
    const rows = await talk.runtime.store.db
      .select({ subject: outbox.subject })
      .from(outbox)
      .where(eq(outbox.target, 'ou_1'))
      .orderBy(outbox.id);
    expect(rows.map(({ subject }) => subject)).toEqual(['chat.fleeting', '']);
  });

  it('comes with the click or not at all: nothing is queued for later', async () => {
    const talk = await startTalk([demo]);
    const click = {
      kind: 'click' as const,
      eventId: 'c1',
      messageId: 'om_1',
      chatId: 'oc_1',
      openId: 'ou_1',
      action: 'demo.check',
      version: 1,
      value: {},
    };
    const slow = await handleClick(talk.conversation, click, () => Promise.resolve());
    expect(slow.toast?.text).toContain('请再点一次');
    expect(talk.background).toEqual([]);
    expect(await talk.runtime.store.db.select().from(outbox)).toEqual([]);
  });
});
