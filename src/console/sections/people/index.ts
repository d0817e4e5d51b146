import type { Section } from '../../section.ts';
import type { peopleAccess } from './access.ts';
import { postDrop, postEnd, postHandOver, postPage } from './post-page.tsx';
import { postGive, unitPage } from './unit-page.tsx';
import { peopleExport, unitsPage } from './units-page.tsx';

export const people: Section<typeof peopleAccess> = {
  pages: { people: unitsPage, peopleExport, unit: unitPage, post: postPage },
  forms: { postGive, postHandOver, postDrop, postEnd },
};
