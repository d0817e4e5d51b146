import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Feature } from '../../src/chat/feature.ts';
import type { IncomingClick } from '../../src/chat/incoming.ts';
import { handleClick } from '../../src/chat/index.ts';
import { outcome } from '../../src/chat/outcome.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { startTalk, type Talk } from '../support/conversation.ts';

const never = () => new Promise<void>(() => {});
const atOnce = () => Promise.resolve();

let release: () => void;
const sample: Feature = {
  name: 'sample',
  title: '样例',
  actions: {
    done: {
      value: z.object({ id: z.string() }),
      run: async (_, { value }) => outcome({ toast: { tone: 'success', text: `办好了${String(value.id)}` } }),
    },
    closed: {
      value: z.object({}),
      run: async () => {
        throw new AppError('closed', '已经截止。');
      },
    },
    bug: {
      value: z.object({}),
      run: async () => {
        throw new TypeError('bug');
      },
    },
    slow: {
      value: z.object({}),
      run: async () => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return outcome({ card: { title: '慢卡片', tone: 'success', blocks: [] } });
      },
    },
  },
};

function click(action: string, value: Record<string, unknown> = {}): IncomingClick {
  return {
    kind: 'click',
    eventId: 'c1',
    messageId: 'om_card',
    chatId: 'oc_1',
    openId: 'ou_a',
    action,
    version: 1,
    value,
  };
}

let talk: Talk;
beforeEach(async () => {
  talk = await startTalk([sample]);
});

describe('a click', () => {
  it('is answered in the call itself', async () => {
    const answer = await handleClick(talk.conversation, click('sample.done', { id: '7' }), never);
    expect(answer).toEqual({ toast: { tone: 'success', text: '办好了7' } });
  });

  it.each([
    ['an unknown action', 'sample.other', {}],
    ['an unknown feature', 'gone.done', {}],
    ['a card that is not ours', '', {}],
    ['a forged value', 'sample.done', { id: { evil: true } }],
  ])('on %s gets a friendly refusal', async (_, action, value) => {
    const answer = await handleClick(talk.conversation, click(action, value), never);
    expect(answer.toast).toMatchObject({ tone: 'error', text: expect.stringContaining('不能用了') });
    expect(answer.card).toBeUndefined();
  });

  it('that is refused shows the sentence and leaves the card', async () => {
    const answer = await handleClick(talk.conversation, click('sample.closed'), never);
    expect(answer).toEqual({ toast: { tone: 'error', text: '已经截止。' } });
  });

  it('that meets a bug shows a reference number', async () => {
    const answer = await handleClick(talk.conversation, click('sample.bug'), never);
    expect(answer.toast?.text).toMatch(/编号 \w+/);
  });

  it('that takes too long says so and patches the card afterwards', async () => {
    const answer = await handleClick(talk.conversation, click('sample.slow'), atOnce);
    expect(answer.toast?.text).toContain('正在办理');
    expect(await talk.queued('om_card')).toEqual([]);
    release();
    await Promise.all(talk.background.map((task) => task()));
    expect(await talk.queued('om_card')).toEqual(['慢卡片']);
  });
});
