import { beforeEach, describe, expect, it } from 'vitest';
import type { Feature } from '../../src/chat/feature.ts';
import { outcome } from '../../src/chat/outcome.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { addPerson, inboxStates, startTalk, type Talk } from '../support/conversation.ts';

const CADRE = 'ou_cadre';
const GROUP = { id: 'oc_group', kind: 'group' as const };

function card(text: string) {
  return { title: text, tone: 'neutral' as const, blocks: [] };
}

let asked: string[];
const sample: Feature = {
  name: 'sample',
  title: '样例',
  commands: [
    {
      words: ['进度'],
      help: '看进度',
      where: 'private',
      roles: ['coordinator'],
      run: async () => outcome(card('进度卡')),
    },
    { words: ['天气'], help: '看天气', where: 'anywhere', run: async () => outcome(card('晴')) },
    {
      words: ['数数'],
      pattern: /^数到\s*(\d+)$/,
      help: '数数',
      where: 'private',
      run: async (_, { args }) => outcome(card(`数到了${args[0]}`)),
    },
    {
      words: ['不行'],
      help: '总是办不成',
      where: 'private',
      run: async () => {
        throw new AppError('closed', '这个月已经截止，请走更正。');
      },
    },
    {
      words: ['出错'],
      help: '程序错误',
      where: 'private',
      run: async () => {
        throw new TypeError('bug');
      },
    },
  ],
  answer: async (_, { text }) => {
    asked.push(text);
    return outcome(card(`答：${text}`));
  },
};

let talk: Talk;
beforeEach(async () => {
  asked = [];
  talk = await startTalk([sample]);
});

describe('a private message', () => {
  it('that is no command is answered by the question feature', async () => {
    await talk.say(CADRE, '乡镇补贴怎么算');
    expect(await talk.queued(CADRE)).toEqual(['答：乡镇补贴怎么算']);
    expect(await inboxStates(talk.runtime)).toEqual(['handled']);
  });

  it.each([['天气'], [' 天气 '], ['天气？'], ['天气。']])('“%s” is the command', async (text) => {
    await talk.say(CADRE, text);
    expect(await talk.queued(CADRE)).toEqual(['晴']);
    expect(asked).toEqual([]);
  });

  it('may match a pattern', async () => {
    await talk.say(CADRE, '数到 12');
    expect(await talk.queued(CADRE)).toEqual(['数到了12']);
  });

  it('for another role is refused with who can do it', async () => {
    await talk.say(CADRE, '进度');
    expect((await talk.queued(CADRE))[0]).toContain('统筹员');
  });

  it('of the right role is served', async () => {
    await addPerson(talk.runtime, 'ou_coordinator', '高岚', 'coordinator');
    await talk.say('ou_coordinator', '进度');
    expect(await talk.queued('ou_coordinator')).toEqual(['进度卡']);
  });

  it('whose verb refuses gets the sentence', async () => {
    await talk.say(CADRE, '不行');
    expect((await talk.queued(CADRE))[0]).toContain('这个月已经截止，请走更正。');
  });

  it('that meets a bug gets a reference number and is not tried again', async () => {
    await talk.say(CADRE, '出错');
    expect((await talk.queued(CADRE))[0]).toMatch(/编号 \w+/);
    expect(await inboxStates(talk.runtime)).toEqual(['handled']);
  });

  it.each(['picture', 'file', 'other'] as const)('with a %s is refused politely (BR-08)', async (format) => {
    await talk.say(CADRE, '', { format });
    expect((await talk.queued(CADRE))[0]).toContain('不收图片');
    expect(asked).toEqual([]);
  });

  it('delivered twice, also under another event id, is answered once', async () => {
    await talk.say(CADRE, '天气', { eventId: 'e1', messageId: 'om_same' });
    await talk.say(CADRE, '天气', { eventId: 'e1', messageId: 'om_same' });
    await talk.say(CADRE, '天气', { eventId: 'e2', messageId: 'om_same' });
    expect(await talk.queued(CADRE)).toEqual(['晴']);
  });
});

describe('a group message', () => {
  it('without a mention of the bot is not read', async () => {
    await talk.say(CADRE, '天气', { chat: GROUP });
    expect(await talk.queued(GROUP.id)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('with a mention is answered in place', async () => {
    await talk.say(CADRE, '年度发文有没有计划', { chat: GROUP, mentioned: true });
    expect(await talk.queued(GROUP.id)).toEqual(['答：年度发文有没有计划']);
  });

  it('asking for something private is sent to the private chat', async () => {
    await talk.say(CADRE, '数到 3', { chat: GROUP, mentioned: true });
    expect((await talk.queued(GROUP.id))[0]).toContain('单聊');
  });

  it('“静默” keeps the bot quiet there and says how to undo it (BR-18)', async () => {
    await talk.say(CADRE, '静默', { chat: GROUP, mentioned: true });
    expect((await talk.queued(GROUP.id))[0]).toContain('取消静默');
  });
});

describe('without a filing number (BR-02)', () => {
  beforeEach(async () => {
    talk = await startTalk([sample], { host: { filingNumber: '', trialOpenIds: ['ou_trial'] } });
  });

  it('people outside the trial list get one sentence in private', async () => {
    await talk.say(CADRE, '天气');
    expect((await talk.queued(CADRE))[0]).toContain('备案');
  });

  it('groups hear nothing', async () => {
    await talk.say(CADRE, '天气', { chat: GROUP, mentioned: true });
    expect(await talk.queued(GROUP.id)).toEqual([]);
  });

  it('the trial list is served', async () => {
    await talk.say('ou_trial', '天气');
    expect(await talk.queued('ou_trial')).toEqual(['晴']);
  });

  it('opening the chat brings no welcome to others', async () => {
    await talk.receive({ kind: 'opened', eventId: 'o1', openId: CADRE, chatId: 'oc_1' });
    expect(await talk.queued(CADRE)).toEqual([]);
  });
});

describe('old messages after downtime', () => {
  it('are summed up in one card per person', async () => {
    const hourAgo = talk.runtime.clock.now() - 3_600_000;
    await talk.say(CADRE, '天气', { sentAt: hourAgo });
    await talk.say(CADRE, '乡镇补贴怎么算', { sentAt: hourAgo + 60_000 });
    talk.runtime.clock.advance(50);
    await talk.say(CADRE, '还在吗', { sentAt: hourAgo + 120_000 });
    const cards = await talk.queued(CADRE);
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain('08:00');
    expect(asked).toEqual([]);
  });

  it('a message of half an hour ago is still answered', async () => {
    await talk.say(CADRE, '天气', { sentAt: talk.runtime.clock.now() - 29 * 60_000 });
    expect(await talk.queued(CADRE)).toEqual(['晴']);
  });
});

describe('opening the chat', () => {
  it('is greeted once, however often it is opened', async () => {
    for (const n of [1, 2, 3])
      await talk.receive({ kind: 'opened', eventId: `o${n}`, openId: CADRE, chatId: 'oc_1' });
    const cards = await talk.queued(CADRE);
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain('轻负');
  });
});

describe('help and about', () => {
  it('help lists what this person may use, and nothing else', async () => {
    await talk.say(CADRE, '帮助');
    const [help] = await talk.queued(CADRE);
    expect(help).toContain('天气');
    expect(help).not.toContain('进度');
  });

  it('in a group it lists what works in a group', async () => {
    await talk.say(CADRE, '帮助', { chat: GROUP, mentioned: true });
    const [help] = await talk.queued(GROUP.id);
    expect(help).toContain('天气');
    expect(help).not.toContain('数数');
  });

  it('about names organisation, contact, filing number and version (BR-32)', async () => {
    await talk.say(CADRE, '关于');
    const [about] = await talk.queued(CADRE);
    expect(about).toContain('景澜市委办公室');
    expect(about).toContain('景网备〔2026〕1号');
    expect(about).toContain('0.0.0-test');
    expect(about).toContain('LOC-36');
  });
});
