import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatView, MessageView } from '../../src/simulator/platform/types.ts';
import { type Known, viewChange } from '../../src/simulator/view-change.ts';
import type { ViewEvent } from '../../src/simulator/wire.ts';

function message(id: string, updates = 0): MessageView {
  return {
    id,
    at: 0,
    from: { openId: 'ou_bot', name: '轻负', bot: true },
    type: 'text',
    text: id,
    updates,
    recalled: false,
    history: [],
    reactions: [],
  };
}

const chat = (id: string, messages: MessageView[]): ChatView => ({ id, name: id, kind: 'p2p', messages });
const view = (...chats: ChatView[]) => ({ openId: 'ou_a', chats });

describe('what a connection is told', () => {
  it('everything first, then only what is new or looks different, then nothing', () => {
    const known: Known = new Map();
    expect(viewChange(known, view(chat('c', [message('a'), message('b')])))).toMatchObject({
      reset: true,
      chats: [{ messages: [{ id: 'a' }, { id: 'b' }] }],
    });
    const next = viewChange(known, view(chat('c', [message('a', 1), message('b'), message('d')])));
    expect(next).toMatchObject({ reset: false, chats: [{ messages: [{ id: 'a' }, { id: 'd' }] }] });
    expect(viewChange(known, view(chat('c', [message('a', 1), message('b'), message('d')])))).toBeUndefined();
  });

  it('an empty view is told once', () => {
    const known: Known = new Map();
    expect(viewChange(known, view())).toEqual({ reset: true, chats: [] });
  });

  it('a chat that has gone resets all', () => {
    const known: Known = new Map();
    viewChange(known, view(chat('c', []), chat('d', [])));
    expect(viewChange(known, view(chat('d', [])))).toMatchObject({ reset: true, chats: [{ id: 'd' }] });
  });

  it('whoever applies every change sees what the platform shows', () => {
    const edit = fc.record({
      chat: fc.constantFrom('c', 'd'),
      at: fc.nat(5),
      kind: fc.constantFrom('add', 'update', 'insert'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const known: Known = new Map();
        const truth = new Map<string, MessageView[]>([
          ['c', []],
          ['d', []],
        ]);
        const shown = new Map<string, MessageView[]>();
        let count = 0;
        const look = () => {
          const event = viewChange(
            known,
            view(...[...truth].map(([id, messages]) => chat(id, [...messages]))),
          );
          if (event) apply(shown, event);
        };
        look();
        for (const { chat: id, at, kind } of edits) {
          const messages = truth.get(id) ?? [];
          const old = messages[at];
          if (kind === 'update' && old) messages[at] = message(old.id, old.updates + 1);
          else if (kind === 'insert') messages.splice(at, 0, message(`m${++count}`));
          else messages.push(message(`m${++count}`));
          look();
        }
        expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(truth));
      }),
    );
  });
});

function apply(shown: Map<string, MessageView[]>, event: ViewEvent): void {
  if (event.reset) shown.clear();
  for (const change of event.chats) {
    const byId = new Map((shown.get(change.id) ?? []).map((one) => [one.id, one]));
    for (const one of change.messages) byId.set(one.id, one);
    shown.set(
      change.id,
      (change.order ?? [...byId.keys()]).flatMap((id) => byId.get(id) ?? []),
    );
  }
}
