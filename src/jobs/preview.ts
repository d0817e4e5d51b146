import type { Message } from '../chat/message.ts';
import { countDue } from '../delivery/count-due.ts';
import { contextOf, type Runtime } from '../store/runtime.ts';
import type { Plan, Task } from './plan.ts';
import { nameOf, slotOf } from './run-plan.ts';
import type { TickResult } from './tick.ts';

/** A job that does not come to an end without its own writes is cut off here. */
const UNITS = 1000;

/** What a heartbeat would do. Later units do not see the writes of earlier ones, so this is an estimate. */
export async function preview(runtime: Runtime, plan: Plan): Promise<TickResult> {
  const messages: Message[] = [];
  for (const task of plan.tasks) messages.push(...(await messagesOf(runtime, task)));
  const keys = new Map(messages.map((message) => [message.key, message]));
  return {
    at: runtime.clock.now(),
    ran: [
      ...plan.skips.map((skip) => ({ slot: nameOf(skip), state: 'skipped' as const })),
      ...plan.tasks.map((task) => ({ slot: nameOf(task), state: 'due' as const })),
    ],
    ...(await countDue(runtime, [...keys.values()])),
  };
}

async function messagesOf(runtime: Runtime, task: Task): Promise<Message[]> {
  const messages: Message[] = [];
  let cursor = task.run?.cursor ?? undefined;
  for (let unit = 0; unit < UNITS; unit++) {
    const ctx = contextOf(runtime, { kind: 'system', job: task.job.name });
    const made = await task.job.run(ctx, slotOf(task), cursor);
    messages.push(...made.messages);
    if (made.result.next === undefined) break;
    cursor = made.result.next;
  }
  return messages;
}
