import { nameOfRows } from '../../../policy/figures/replace.ts';
import { findLiveRows } from '../../../policy/figures/repo.ts';
import { confirmFigure } from '../../../policy/figures/verbs/confirm-figure.ts';
import { returnFigure } from '../../../policy/figures/verbs/return-figure.ts';
import { saveFigure } from '../../../policy/figures/verbs/save-figure.ts';
import type { Form } from '../../section.ts';
import { textOf } from '../../sent.ts';
import { standardChangePage } from './change.tsx';
import { changePath, kindPath, tableOf } from './paths.ts';
import { findChange } from './read-kind.ts';

/** Confirms, returns or withdraws a change; or asks an earlier state back, which another person confirms as well. */
export const standardDecide: Form = {
  page: standardChangePage,
  async submit({ ctx, params, sent, perform }) {
    const { code, unit } = tableOf(params);
    const key = { code, unit };
    const found = await findChange(ctx, 'standardDecide', key, Number(params['revision']) || 0);
    const { revision } = found;
    switch (textOf(sent, 'decision')) {
      case 'confirm':
        await perform((on) => confirmFigure(on, { ...key, revision }));
        return { to: kindPath(code), notice: 'standardConfirmed' };
      case 'restore': {
        const base = nameOfRows(await findLiveRows(ctx.db, key));
        const proposed = await perform((on) => saveFigure(on, { ...key, rows: found.rows, base }));
        return { to: changePath(key, proposed.revision), notice: 'standardProposed' };
      }
      default: {
        const reason = textOf(sent, 'reason');
        const { state } = await perform((on) => returnFigure(on, { ...key, revision, reason }));
        return {
          to: kindPath(code),
          notice: state === 'returned' ? 'standardReturned' : 'standardTakenBack',
        };
      }
    }
  },
};
