import { isDay } from '../../../kernel/day.ts';
import { readNumber } from '../../../kernel/number.ts';
import { barredFromAnswers } from '../../rules/answer-text.ts';
import type { FigureColumn } from './definition.ts';

/** Why a cell cannot be kept; `what` is the bound that was broken, or what is offered. */
export interface CellFault {
  code:
    | 'notANumber'
    | 'notWhole'
    | 'tooSmall'
    | 'tooLarge'
    | 'notMoney'
    | 'outside'
    | 'badDay'
    | 'badTime'
    | 'notAPhone'
    | 'notOffered'
    | 'tooLong'
    | 'barred';
  what: string;
}

/** A rule of several paragraphs; what is longer belongs into the document that is named as its basis. */
export const LONGEST = 4_000;

/** Of a cell that is not empty; undefined when it can be kept. */
export function faultOf(column: FigureColumn | undefined, value: string): CellFault | undefined {
  if (Array.from(value).length > LONGEST) return fault('tooLong', LONGEST);
  if (barredFromAnswers(value)) return fault('barred');
  switch (column?.kind) {
    case 'number':
      return numberFault(column, value);
    case 'money':
      return moneyFault(column.zero === true, value);
    case 'percent':
      return percentFault(column, value);
    case 'day':
      return isDay(value) ? undefined : fault('badDay');
    case 'time':
      return /^([01]?\d|2[0-3])[:：][0-5]\d$/.test(value) ? undefined : fault('badTime');
    case 'phone':
      return /\d/.test(value) ? undefined : fault('notAPhone');
    case 'choice':
      return column.options.includes(value) ? undefined : fault('notOffered', column.options.join('、'));
    default:
      return undefined;
  }
}

function fault(code: CellFault['code'], what: string | number = ''): CellFault {
  return { code, what: String(what) };
}

function numberFault(
  { min = 0, max, whole }: Extract<FigureColumn, { kind: 'number' }>,
  text: string,
): CellFault | undefined {
  const value = readNumber(text);
  if (value === undefined) return fault('notANumber');
  if (value < min) return fault('tooSmall', min);
  if (max !== undefined && value > max) return fault('tooLarge', max);
  return whole && !Number.isInteger(value) ? fault('notWhole') : undefined;
}

function moneyFault(zero: boolean, text: string): CellFault | undefined {
  const value = readNumber(text);
  if (value === undefined) return fault('notANumber');
  if (value < 0 || (value === 0 && !zero)) return fault(zero ? 'tooSmall' : 'notMoney', 0);
  return undefined;
}

function percentFault({ from, to }: { from: number; to: number }, text: string): CellFault | undefined {
  const share = percentIn(text);
  if (share === undefined) return fault('notANumber');
  return share < from || share > to ? fault('outside', `${from}%—${to}%`) : undefined;
}

/** In percent: `12%`, `12`, and `0.12`, as spreadsheets give a percent cell. */
export function percentIn(text: string): number | undefined {
  const value = readNumber(text.replace(/[%％]$/, ''));
  if (value === undefined || value > 1 || /[%％]$/.test(text)) return value;
  return Math.round(value * 10_000) / 100;
}
