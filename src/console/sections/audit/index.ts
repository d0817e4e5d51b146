import type { Section } from '../../section.ts';
import type { auditAccess } from './access.ts';
import { auditExport, auditPage } from './page.tsx';

export const audit: Section<typeof auditAccess> = {
  pages: { audit: auditPage, auditExport },
  forms: {},
};
