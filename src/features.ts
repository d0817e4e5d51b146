import type { Feature } from './chat/feature.ts';
import { counts } from './counts/index.ts';
import { filings } from './filings/index.ts';
import { people } from './people/index.ts';
import { policy } from './policy/index.ts';
import { system } from './system/index.ts';
import { visits } from './visits/index.ts';
import { voice } from './voice/index.ts';
import { warnings } from './warnings/index.ts';

/**
 * Everything the bot can do. Help, permissions, audit, jobs, sheets and card checks follow from this list; its order is
 * the order of the help, and of the sheets in the workbook.
 */
export const features: readonly Feature[] = [
  people,
  policy,
  counts,
  warnings,
  visits,
  filings,
  voice,
  system,
];
