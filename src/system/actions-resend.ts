import { z } from 'zod';
import type { Action } from '../chat/feature.ts';
import { FAILED_FOR_MS } from '../delivery/find-failed.ts';
import { resendFailed } from '../delivery/verbs/resend-failed.ts';
import { todoWords as words } from './words-todo.ts';

/** The one button: again to those who did not get it. The card stays, as its other lines still hold. */
export const resendAction: Action = {
  value: z.object({}),
  async run(ctx) {
    const { result, ...effects } = await resendFailed(ctx, { since: ctx.now - FAILED_FOR_MS });
    const { recipients } = result;
    const toast =
      recipients > 0
        ? { tone: 'success' as const, text: words.resent(recipients) }
        : { tone: 'info' as const, text: words.nothing };
    return { ...effects, result: { toast } };
  },
};
