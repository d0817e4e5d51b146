import { FAILED_FOR_MS } from '../../../delivery/find-failed.ts';
import { resendFailed } from '../../../delivery/verbs/resend-failed.ts';
import type { Form } from '../../section.ts';
import { outboxAccess } from './access.ts';
import { outboxPage } from './page.tsx';

export const outboxResend: Form = {
  page: outboxPage,
  async submit({ ctx, perform }) {
    const { recipients } = await perform((on) => resendFailed(on, { since: ctx.now - FAILED_FOR_MS }));
    return { to: outboxAccess.outbox.path, notice: recipients > 0 ? 'resent' : 'nothingToResend' };
  },
};
