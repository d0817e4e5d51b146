import { dayOf } from '../../../kernel/day.ts';
import { halfOf } from '../../../kernel/period.ts';
import { showCoverage } from '../../../visits/verbs/show-coverage.ts';
import type { Section } from '../../section.ts';
import { visitsAccess } from './access.ts';
import { visitsExport, visitsPage } from './coverage.tsx';
import { visitDrop, visitLiaison, visitLift, visitMove } from './forms.ts';
import { visitGroupsPage } from './groups.tsx';
import { visitsWords as words } from './words.ts';

export const visits: Section<typeof visitsAccess> = {
  pages: { visits: visitsPage, visitsExport, visitGroups: visitGroupsPage },
  forms: { visitMove, visitLiaison, visitLift, visitDrop },
  async waits(ctx) {
    const { total } = (await showCoverage(ctx, { half: halfOf(dayOf(ctx.now)) })).result;
    return { text: words.waits(total.due - total.done), path: visitsAccess.visits.path };
  },
};
