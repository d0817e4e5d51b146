import type { Incoming } from '../chat/incoming.ts';
import { type Event, handleClick, handleIncoming } from '../chat/index.ts';
import { clickAnswerJson } from '../feishu/click-answer.ts';
import { normalise } from '../feishu/normalise.ts';
import type { WebDeps } from './deps.ts';

/**
 * One verified event, whichever transport brought it. Resolves to the body for the platform as soon as the claim is
 * durable; the work goes on in the background. Clicks are answered in the call itself.
 */
export async function acceptEvent(deps: WebDeps, payload: Record<string, unknown>): Promise<object> {
  const { runtime } = deps.conversation;
  const started = runtime.clock.now();
  const incoming = normalise(payload, await deps.botOpenId());
  deps.heard(started);
  const body = await acknowledge(deps, incoming);
  deps.metrics.acknowledged(incoming.kind, runtime.clock.now() - started);
  return body;
}

async function acknowledge(deps: WebDeps, incoming: Incoming): Promise<object> {
  const { runtime } = deps.conversation;
  if (incoming.kind === 'click') {
    const answer = await handleClick(deps.conversation, incoming, deps.wait);
    deps.deliverSoon();
    return clickAnswerJson(answer);
  }
  if (incoming.kind === 'ignored') {
    runtime.log.debug('event_ignored', { reason: incoming.reason });
    return {};
  }
  const isNew = await runtime.store.claim({
    id: incoming.eventId,
    messageKey: incoming.kind === 'message' ? incoming.messageId : null,
    kind: incoming.kind,
    body: JSON.stringify(incoming),
    receivedAt: runtime.clock.now(),
  });
  deps.metrics.event(incoming.kind, isNew ? 'new' : 'repeated');
  if (isNew) deps.conversation.background(() => handleAndDeliver(deps, incoming));
  return {};
}

async function handleAndDeliver(
  deps: WebDeps,
  event: Exclude<Incoming, { kind: 'click' }> & Event,
): Promise<void> {
  await handleIncoming(deps.conversation, event);
  deps.deliverSoon();
}
