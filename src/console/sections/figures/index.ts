import type { Section } from '../../section.ts';
import { standardAccess } from './access.ts';
import { standardChangePage } from './change.tsx';
import { standardDecide } from './decide.ts';
import { standardPage } from './kind.tsx';
import { standardsExport, standardsPage } from './overview.tsx';
import { findStandards, findWaiting } from './read.ts';
import { standardSave } from './save.tsx';
import { standardTablePage } from './table.tsx';
import { standardWords as words } from './words.ts';

export const standards: Section<typeof standardAccess> = {
  pages: {
    standards: standardsPage,
    standardsExport,
    standard: standardPage,
    standardTable: standardTablePage,
    standardChange: standardChangePage,
  },
  forms: { standardSave, standardDecide },
  async waits(ctx) {
    const waiting = await findWaiting(ctx, 'standards');
    const missing = (await findStandards(ctx)).filter(({ state }) => state === 'missing');
    return { text: words.waits(missing.length, waiting.length), path: standardAccess.standards.path };
  },
};
