import type { FigureKey } from '../../../policy/figures/repo.ts';
import { standardAccess } from './access.ts';

/** A table that is not there yet. */
export const NEW = 'new';

const { path: ROOT } = standardAccess.standards;

export const kindPath = (code: string) => `${ROOT}/${encodeURIComponent(code)}`;

/** `day`: empty for rows that always counted, `new` for a table to be written. */
export const tablePath = ({ code, unit }: FigureKey, day: string) =>
  `${kindPath(code)}/${encodeURIComponent(unit)}@${encodeURIComponent(day)}`;

export const changePath = (key: FigureKey, revision: number) => `${tablePath(key, '')}/${revision}`;

/** Of an address; unit codes hold no `@`. */
export function tableOf(params: Record<string, string>): FigureKey & { day: string } {
  const [unit = '', day = ''] = (params['table'] ?? '').split('@');
  return { code: params['code'] ?? '', unit, day };
}
