import rows from './synonyms.json' with { type: 'json' };
import type { StarterSynonyms } from './types.ts';

/** How people say it, and the official word: in force until the administrators bring a list of their own. */
export const starterSynonyms: readonly StarterSynonyms[] = rows;
