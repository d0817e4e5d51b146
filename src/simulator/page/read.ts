import { recall, remember } from './memory.ts';
import { currentChat, getState, type State, setState } from './store.ts';

const KEY = 'read';

export function restoreRead(): void {
  setState({ read: (recall(KEY) as State['read'] | undefined) ?? {} });
}

/** The open chat has been seen to its end, if it can be seen at all. */
export function markRead(): void {
  const state = getState();
  const chat = currentChat(state);
  const newest = chat?.messages.at(-1)?.id;
  const hidden = state.screen === 'list' && matchMedia('(max-width: 760px)').matches;
  if (!chat || !newest || hidden || state.read[state.me]?.[chat.id] === newest) return;
  const read = { ...state.read, [state.me]: { ...state.read[state.me], [chat.id]: newest } };
  remember(KEY, read);
  setState({ read });
}
