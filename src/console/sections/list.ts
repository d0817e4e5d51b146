import type { AccessTable } from '../access.ts';
import type { Section } from '../section.ts';
import { audit } from './audit/index.ts';
import { counts } from './counts/index.ts';
import { standards } from './figures/index.ts';
import { outbox } from './outbox/index.ts';
import { people } from './people/index.ts';
import { questions } from './questions/index.ts';
import { visits } from './visits/index.ts';
import { voice } from './voice/index.ts';

/** The rooms of the desk, each by the address of its first page, in the order in which they are offered. */
export const sections = {
  questions,
  standards,
  counts,
  visits,
  voice,
  people,
  outbox,
  audit,
} satisfies Record<string, Section<AccessTable>>;

export type SectionName = keyof typeof sections;
