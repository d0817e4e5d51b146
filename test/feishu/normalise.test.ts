import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/feishu/normalise.ts';
import { BOT, eventFixtures, fixture, LIN } from './support.ts';

const P2P = 'oc_0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const GROUP = 'oc_9f8e7d6c5b4a39281706f5e4d3c2b1a0';
const QIU = 'ou_22bb33cc44dd55ee66ff770088119922';

const privately = { kind: 'message', openId: LIN, chat: { id: P2P, kind: 'private' }, mentioned: false };
const inGroup = { kind: 'message', openId: LIN, chat: { id: GROUP, kind: 'group' } };
const notOurs = { kind: 'click', openId: LIN, action: '', version: 1 };

/** Every recorded payload and what becomes of it. */
const EXPECTED: Record<string, object> = {
  'im.message.receive_v1.p2p_text': {
    ...privately,
    text: '本月拜访了几家客户？',
    format: 'text',
    sentAt: 1788400061000,
  },
  'im.message.receive_v1.p2p_text_duplicate_new_event_id': { ...privately, text: '本月拜访了几家客户？' },
  'im.message.receive_v1.p2p_text_no_user_id_scope': { ...privately, text: '你好' },
  'im.message.receive_v1.p2p_text_over_long_connection': { ...privately, text: '本月拜访了几家客户？' },
  'im.message.receive_v1.group_text_mentions': {
    ...inGroup,
    text: '请把报表发给 邱禾 看一下',
    mentioned: true,
    format: 'text',
  },
  'im.message.receive_v1.group_text_at_all': { ...inGroup, text: '明早九点例会', mentioned: false },
  'im.message.receive_v1.group_thread_reply': { ...inGroup, text: '再细一点', mentioned: true },
  'im.message.receive_v1.post': {
    ...inGroup,
    text: '拜访纪要\n今天见了采购负责人，下周复访\n原始记录\nselect 1',
    mentioned: true,
    format: 'text',
  },
  'im.message.receive_v1.image': { ...privately, text: '', format: 'picture' },
  'im.message.receive_v1.file': { ...privately, text: '', format: 'file' },
  'im.message.receive_v1.audio': { kind: 'message', text: '', format: 'other' },
  'im.message.receive_v1.from_bot': { kind: 'ignored', reason: 'im.message.receive_v1: from a bot' },
  'im.message.message_read_v1': { kind: 'ignored', reason: 'im.message.message_read_v1: not needed' },
  'im.message.recalled_v1': { kind: 'ignored' },
  'im.message.reaction.created_v1': { kind: 'ignored' },
  'im.message.reaction.created_v1.by_app': { kind: 'ignored' },
  'im.message.reaction.deleted_v1': { kind: 'ignored' },
  'im.chat.access_event.bot_p2p_chat_entered_v1': { kind: 'opened', openId: LIN, chatId: P2P },
  'im.chat.member.bot.added_v1': { kind: 'bot-added', chatId: GROUP, openId: QIU, at: 1788401037350 },
  'im.chat.member.bot.deleted_v1': { kind: 'bot-removed', chatId: GROUP, openId: QIU },
  'im.chat.disbanded_v1': { kind: 'chat-disbanded', chatId: GROUP },
  'im.chat.member.user.added_v1': { kind: 'ignored' },
  'im.chat.member.user.deleted_v1': { kind: 'ignored' },
  'application.bot.menu_v6': { kind: 'menu', openId: LIN, key: 'monthly_report' },
  'application.bot.menu_v6.with_name': { kind: 'menu', openId: LIN, key: 'help' },
  'contact.user.created_v3': { kind: 'ignored' },
  'contact.user.updated_v3.department_changed': {
    kind: 'ignored',
    reason: 'contact.user.updated_v3: no freeze',
  },
  'contact.user.updated_v3.frozen': { kind: 'person-gone', openId: LIN },
  'contact.user.deleted_v3': { kind: 'person-gone', openId: LIN },
  'contact.scope.updated_v3': { kind: 'ignored' },
  'contact.department.updated_v3': { kind: 'ignored' },
  'card.action.trigger.button': { ...notOurs, value: { cmd: 'visit.confirm', visit_id: 'VST-0042' } },
  'card.action.trigger.checker': notOurs,
  'card.action.trigger.date_picker': notOurs,
  'card.action.trigger.input': notOurs,
  'card.action.trigger.overflow': notOurs,
  'card.action.trigger.select_person': notOurs,
  'card.action.trigger.select_static': notOurs,
  'card.action.trigger.form_submit': {
    ...notOurs,
    chatId: P2P,
    clickedAt: 1788401830000,
    form: { visits: '36', products: ['p1', 'p3'], confirmed: true, remark: '' },
  },
};

describe('recorded payloads', () => {
  it('has an expectation for each', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(eventFixtures().sort());
  });

  it.each(Object.entries(EXPECTED))('%s', (name, expected) => {
    const payload = fixture(name);
    expect(normalise(payload, BOT)).toMatchObject({ ...expected, eventId: payload.header.event_id });
  });

  it.each(Object.keys(EXPECTED))('%s: unknown extra fields change nothing', (name) => {
    const roughen = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(roughen);
      if (typeof value !== 'object' || value === null) return value;
      // Free-form parts belong to us or to the person, not to the platform.
      const entries = Object.entries(value).map(([key, part]) =>
        key === 'value' || key === 'form_value' ? [key, part] : [key, roughen(part)],
      );
      return Object.fromEntries([['extra_field', { a: [1] }], ...entries]);
    };
    expect(normalise(roughen(fixture(name)), BOT)).toEqual(normalise(fixture(name), BOT));
  });

  it.each(Object.keys(EXPECTED))('%s: user_id null, empty or missing changes nothing', (name) => {
    for (const id of [null, '', undefined]) {
      const text = JSON.stringify(fixture(name), (key, value) =>
        key === 'user_id' && typeof value === 'string' ? id : value,
      );
      expect(normalise(JSON.parse(text), BOT)).toEqual(normalise(fixture(name), BOT));
    }
  });

  it.each(Object.keys(EXPECTED))('%s: losing any one field never throws', (name) => {
    const holes = (value: unknown, rebuild: (hole: unknown) => unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        const part = (value as Record<string, unknown>)[key];
        for (const hole of [undefined, null, 7, '', [], {}]) {
          const result = normalise(rebuild({ ...value, [key]: hole }), BOT);
          expect(result.kind).toMatch(/./);
        }
        holes(part, (inner) => rebuild({ ...value, [key]: inner }));
      }
    };
    holes(fixture(name), (whole) => whole);
  });
});

/** A group message with this text and these mentions. */
function said(
  text: unknown,
  mentions: { key: string; openId?: string; name?: string }[] = [],
  type = 'text',
) {
  const payload = fixture('im.message.receive_v1.group_text_mentions');
  payload.event.message.message_type = type;
  payload.event.message.content = typeof text === 'string' ? text : JSON.stringify(text);
  payload.event.message.mentions = mentions.map(({ key, openId, name }) => ({
    key,
    name: name ?? '',
    id: { open_id: openId ?? '' },
  }));
  return normalise(payload, BOT);
}

describe('mentions', () => {
  const eleven = Array.from({ length: 11 }, (_, i) => ({
    key: `@_user_${i + 1}`,
    openId: i === 0 ? BOT : `ou_${i}`,
    name: `某${i + 1}`,
  }));

  it('tells @_user_1 from @_user_10 and @_user_11', () => {
    expect(said({ text: '@_user_1 @_user_10 @_user_11 @_user_2 到会' }, eleven)).toMatchObject({
      text: '某10 某11 某2 到会',
      mentioned: true,
    });
  });

  it('keeps digits typed right after a mention', () => {
    expect(said({ text: '@_user_22026年' }, eleven.slice(0, 2))).toMatchObject({ text: '某22026年' });
  });

  it('leaves a name alone that looks like a placeholder', () => {
    const named = [
      { key: '@_user_1', openId: 'ou_1', name: '@_user_2' },
      { key: '@_user_2', openId: BOT, name: '轻负' },
    ];
    expect(said({ text: '@_user_1 好 @_user_2' }, named)).toMatchObject({ text: '@_user_2 好' });
  });

  it('@all without an entry in the list is no mention either', () => {
    expect(said({ text: '@_all 开会' })).toMatchObject({ text: '开会', mentioned: false });
  });

  it('a missing open_id is not the bot, even while the bot does not know its own id', () => {
    const payload = fixture('im.message.receive_v1.group_text_at_all');
    expect(normalise(payload, '')).toMatchObject({ mentioned: false, text: '明早九点例会' });
  });

  it('the same name as the bot is not the bot', () => {
    expect(
      said({ text: '@_user_1 帮助' }, [{ key: '@_user_1', openId: 'ou_x', name: '小访助手' }]),
    ).toMatchObject({
      mentioned: false,
      text: '小访助手 帮助',
    });
  });
});

describe('content that is not what it should be', () => {
  it.each([
    ['no JSON', '{"text":', 'text'],
    ['a list', '[]', 'text'],
    ['text of another type', { text: 5 }, 'text'],
    ['a bare string', '"hi"', 'post'],
  ])('%s', (_, content, type) => {
    expect(said(content, [], type)).toMatchObject({ kind: 'message', text: '', format: 'other' });
  });

  it.each([
    ['sticker', 'other'],
    ['location', 'other'],
    ['merge_forward', 'other'],
    ['interactive', 'other'],
    ['media', 'file'],
    ['folder', 'file'],
    ['constructor', 'other'],
    ['a_type_of_next_year', 'other'],
  ])('a message of type %s is %s', (type, format) => {
    expect(said({ file_key: 'file_1' }, [], type)).toMatchObject({ kind: 'message', text: '', format });
  });

  it('a post of pictures only is a picture', () => {
    expect(said({ title: '', content: [[{ tag: 'img', image_key: 'img_1' }]] }, [], 'post')).toMatchObject({
      format: 'picture',
      text: '',
    });
  });

  it('a post wrapped in a locale is read as well', () => {
    const body = { title: '', content: [[{ tag: 'text', text: '我的任务' }]] };
    expect(said({ zh_cn: body }, [], 'post')).toMatchObject({ format: 'text', text: '我的任务' });
  });
});

describe('clicks on our own cards', () => {
  const click = (value: unknown) => {
    const payload = fixture('card.action.trigger.form_submit');
    payload.event.action.value = value;
    return normalise(payload, BOT);
  };

  it('reads action, version and ids', () => {
    expect(click({ a: 'counts.submit', v: 1, round: '2026-08' })).toMatchObject({
      kind: 'click',
      action: 'counts.submit',
      version: 1,
      value: { round: '2026-08' },
    });
  });

  it('reads the same from JSON text', () => {
    expect(click('{"a":"counts.submit","v":1}')).toMatchObject({
      action: 'counts.submit',
      version: 1,
      value: {},
    });
  });

  it.each([[null], ['hello'], [[]], [7], [{ a: 7, v: 'x' }]])('%j is no action of ours', (value) => {
    expect(click(value)).toMatchObject({ kind: 'click', action: '', version: 0, value: {} });
  });

  it('has no form when none was submitted', () => {
    expect(normalise(fixture('card.action.trigger.button'), BOT)).not.toHaveProperty('form');
  });
});

describe('people', () => {
  const updated = (now: object, before: object) => {
    const payload = fixture('contact.user.updated_v3.frozen');
    payload.event.object.status = now;
    payload.event.old_object = before;
    return normalise(payload, BOT).kind;
  };

  it.each([
    ['frozen', { is_frozen: true }, { status: { is_frozen: false } }, 'person-gone'],
    ['frozen, old state unknown', { is_frozen: true }, {}, 'person-gone'],
    ['resigned', { is_resigned: true }, {}, 'person-gone'],
    ['freeze lifted', { is_frozen: false }, { status: { is_frozen: true } }, 'person-back'],
    ['renamed', { is_frozen: false }, { name: '某人' }, 'ignored'],
    ['fields not in scope', {}, {}, 'ignored'],
  ])('%s', (_, now, before, kind) => {
    expect(updated(now, before)).toBe(kind);
  });
});

describe('what nobody asked for', () => {
  it.each([
    ['a 1.0 envelope', { uuid: 'u1', type: 'event_callback', event: { type: 'p2p_chat_create' } }, 'u1'],
    ['an unknown type', { header: { event_id: 'e1', event_type: 'some.new_v9' }, event: {} }, 'e1'],
    [
      'a type named like a method',
      { header: { event_id: 'e2', event_type: 'constructor' }, event: {} },
      'e2',
    ],
    ['no event', { header: { event_id: 'e3', event_type: 'im.message.receive_v1' } }, 'e3'],
  ])('%s is ignored with a reason', (_, payload, eventId) => {
    expect(normalise(payload, BOT)).toEqual({
      kind: 'ignored',
      eventId,
      reason: expect.stringMatching(/\w/),
    });
  });

  it('anything at all is survived', () => {
    fc.assert(
      fc.property(fc.anything(), (payload) => {
        expect(normalise(payload, BOT).kind).toBe('ignored');
      }),
    );
  });
});
