import { remindMissing } from '../../../counts/verbs/remind-missing.ts';
import { FAILED_FOR_MS } from '../../../delivery/find-failed.ts';
import { resendFailed } from '../../../delivery/verbs/resend-failed.ts';
import type { Form } from '../../section.ts';
import { countsAccess as access } from './access.ts';
import { addressOf, countyAt } from './level.tsx';
import { aboutMonth } from './read-rounds.ts';
import { roundPage } from './round-page.tsx';

export const roundRemind: Form = {
  page: roundPage,
  async submit({ params, reach, perform }) {
    const { month = '' } = params;
    const county = countyAt(reach, params['level']);
    const { reminded } = await perform((on) => remindMissing(on, { month, county }));
    return { to: addressOf(access.round.path, params), notice: reminded > 0 ? 'reminded' : 'remindedBefore' };
  },
};

export const roundResend: Form = {
  page: roundPage,
  async submit({ ctx, params, reach, perform }) {
    countyAt(reach, params['level']);
    const { recipients } = await perform((on) =>
      resendFailed(on, { since: ctx.now - FAILED_FOR_MS, about: aboutMonth(params['month'] ?? '') }),
    );
    return {
      to: addressOf(access.round.path, params),
      notice: recipients > 0 ? 'resent' : 'nothingToResend',
    };
  },
};
