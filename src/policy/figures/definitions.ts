import type { FigureDefinition } from './rules/definition.ts';
import { others } from './sheets/others.ts';
import { papers } from './sheets/papers.ts';
import { pay } from './sheets/pay.ts';
import { small } from './sheets/small.ts';
import { tolerance } from './sheets/tolerance.ts';

/** LOC-01 … LOC-37 in order: forms and workbook are made of and checked by these. */
export const definitions: ReadonlyMap<string, FigureDefinition> = new Map(
  [...pay, ...small, ...tolerance, ...papers, ...others].map((definition) => [definition.code, definition]),
);
