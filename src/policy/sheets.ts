import type { Sheet } from '../chat/sheet.ts';
import { localSheet } from './sheets-local.ts';
import { questionSheet } from './sheets-questions.ts';

export const sheets: Sheet[] = [questionSheet, localSheet];
