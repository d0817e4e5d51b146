import { findOpenRounds } from '../../../counts/repo.ts';
import { readCompleteness } from '../../../counts/repo-completeness.ts';
import { requireReach } from '../../guard.ts';
import type { Section } from '../../section.ts';
import { countsAccess } from './access.ts';
import { countsFiguresExport, figuresPage } from './figures-page.tsx';
import { planAdjust, planPage } from './plan-page.tsx';
import { plansExport, plansPage } from './plans-page.tsx';
import { roundRemind, roundResend } from './round-forms.ts';
import { roundExport, roundPage } from './round-page.tsx';
import { countsExport, roundsPage } from './rounds-page.tsx';
import { countingRuleAdd, rulesPage } from './rules-page.tsx';
import { countsWords as words } from './words.ts';

export const counts: Section<typeof countsAccess> = {
  pages: {
    counts: roundsPage,
    countsExport,
    round: roundPage,
    roundExport,
    plans: plansPage,
    plansExport,
    plan: planPage,
    countsFigures: figuresPage,
    countsFiguresExport,
    countingRules: rulesPage,
  },
  forms: { roundRemind, roundResend, planAdjust, countingRuleAdd },
  async waits(ctx) {
    const { levels } = requireReach(ctx, 'counts');
    const months = (await findOpenRounds(ctx.db)).map(({ month }) => month);
    if (months.length === 0) return undefined;
    const found = await Promise.all(levels.map((county) => readCompleteness(ctx.db, county, months)));
    const silent = found
      .flatMap((level) => [...level.values()])
      .reduce((n, one) => n + one.unregistered.length, 0);
    return { text: words.waits(silent), path: countsAccess.counts.path };
  },
};
