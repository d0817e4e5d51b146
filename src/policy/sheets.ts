import type { Sheet } from '../chat/sheet.ts';
import { localSheet } from './sheets-local.ts';
import { questionSheet } from './sheets-questions.ts';
import { synonymSheet } from './sheets-synonyms.ts';

/** Synonyms first: questions of the same workbook are indexed with them. */
export const sheets: Sheet[] = [synonymSheet, questionSheet, localSheet];
