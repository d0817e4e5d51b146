import type { Sheet } from '../../chat/sheet.ts';
import { itemSheet } from '../items/sheets.ts';
import { ledgerSheets } from '../reconciliation/sheets.ts';
import { countingRuleSheet } from './counting-rules.ts';
import { historySheet } from './history.ts';
import { planSheet } from './plans.ts';
import { reportingSheet } from './reporting.ts';

/** In the order of the workbook (contract section 5). */
export const sheets: Sheet[] = [
  reportingSheet,
  planSheet,
  historySheet,
  countingRuleSheet,
  itemSheet,
  ...ledgerSheets,
];
