import type { MessageView } from '../platform/types.ts';
import type { ClockState, Directory, GuideStep, MoveReport } from '../wire.ts';

export interface Chat {
  id: string;
  name: string;
  kind: 'p2p' | 'group';
  messages: MessageView[];
}

export interface Toast {
  id: number;
  tone: 'info' | 'success' | 'warning' | 'error';
  text: string;
}

export interface Question {
  title: string;
  text: string;
  answer(yes: boolean): void;
}

export interface State {
  directory: Directory;
  guide: GuideStep[];
  /** open_id of the seat taken; empty before anybody was chosen. */
  me: string;
  chats: Chat[];
  /** The first view of this person has arrived. */
  loaded: boolean;
  connected: boolean;
  chatId: string;
  /** On a phone: the list of chats or the open chat. */
  screen: 'list' | 'thread';
  clock: ClockState;
  moving: boolean;
  report: MoveReport | undefined;
  journalTotal: number;
  picker: boolean;
  drawer: boolean;
  /** Message whose card is shown in the drawer. */
  inspected: string;
  guideOpen: boolean;
  step: number;
  /** The step whose seat was taken last; -1 before the first. */
  started: number;
  toast: Toast | undefined;
  question: Question | undefined;
  /** Text put into the box by the tour; `nonce` tells two equal ones apart. */
  draft: { text: string; nonce: number };
  dark: boolean;
  /** person → chat → newest message seen. */
  read: Record<string, Record<string, string>>;
}

let state: State = {
  directory: { bot: { openId: '', name: '' }, people: [] },
  guide: [],
  me: '',
  chats: [],
  loaded: false,
  connected: true,
  chatId: '',
  screen: 'list',
  clock: { now: 0, jumps: [] },
  moving: false,
  report: undefined,
  journalTotal: 0,
  picker: false,
  drawer: false,
  inspected: '',
  guideOpen: true,
  step: 0,
  started: -1,
  toast: undefined,
  question: undefined,
  draft: { text: '', nonce: 0 },
  dark: false,
  read: {},
};

const listeners = new Set<() => void>();

export function getState(): State {
  return state;
}

export function setState(patch: Partial<State>): void {
  state = { ...state, ...patch };
  for (const listener of listeners) listener();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentChat(from: State): Chat | undefined {
  return from.chats.find((chat) => chat.id === from.chatId);
}

/** Messages of others after the newest one seen. */
export function unread(from: State, chat: Chat): number {
  const seen = from.read[from.me]?.[chat.id];
  const start = seen ? chat.messages.findIndex((message) => message.id === seen) + 1 : 0;
  return chat.messages.slice(start).filter((message) => message.from.openId !== from.me).length;
}
