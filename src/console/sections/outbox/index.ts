import { FAILED_FOR_MS } from '../../../delivery/find-failed.ts';
import { addressWith } from '../../components/list.tsx';
import type { Section } from '../../section.ts';
import { outboxAccess } from './access.ts';
import { outboxExport, outboxPage } from './page.tsx';
import { countUndelivered } from './read.ts';
import { outboxResend } from './resend.ts';
import { outboxWords as words } from './words.ts';

export const outbox: Section<typeof outboxAccess> = {
  pages: { outbox: outboxPage, outboxExport },
  forms: { outboxResend },
  async waits(ctx) {
    const query = new URLSearchParams({ state: 'failed' });
    return {
      text: words.failed(await countUndelivered(ctx, ctx.now - FAILED_FOR_MS)),
      path: addressWith(outboxAccess.outbox.path, query),
    };
  },
};
