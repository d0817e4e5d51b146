export { basics } from './basics.ts';
export type { Conversation } from './conversation.ts';
export { handleClick } from './handle-click.ts';
export { type Event, handleIncoming } from './handle-incoming.ts';
