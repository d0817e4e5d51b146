import type { Slot } from '../../../chat/job.ts';
import type { Message } from '../../../chat/message.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { findWaiting } from '../../human/hand-over.ts';
import { findEditors } from '../../human/repo.ts';
import { type Editor, editorsFor } from '../../human/rules/editors.ts';
import { findRevisions } from '../../repo.ts';
import { digestCard } from '../cards.ts';
import { findWanted } from '../repo.ts';
import type { MissGroup } from '../rules/alike.ts';

/** Domain 7: the ten most wanted are written first. */
const MOST = 10;

/** The next one is due in seven days; five are time enough after a long holiday's Monday. */
const LIFE_MS = 5 * 86_400_000;

/** Tells each editor once a week what could not be answered of their topics; nothing when there is nothing. */
export async function sendDigest(ctx: Ctx, slot: Slot): Promise<Outcome<{ next: undefined }>> {
  const groups = await findWanted(ctx.db, slot.dueAt);
  if (groups.length === 0) return outcome({ next: undefined });
  const editors = await findEditors(ctx);
  const wanted = await editorsOfGroups(ctx, groups, editors);
  const waiting = await findWaiting(ctx, editors);
  const openIds = [...new Set(editors.map(({ openId }) => openId))];
  const messages = openIds.flatMap((openId): Message[] => {
    const mine = (one: { editors: readonly Editor[] }) => one.editors.some((e) => e.openId === openId);
    const own = wanted.filter(mine).slice(0, MOST);
    if (own.length === 0) return [];
    const card = digestCard(
      own.map(({ group }) => group),
      waiting.filter(mine).length,
    );
    return [
      {
        key: `policy.digest@${slot.id}:${openId}`,
        to: { kind: 'person', openId },
        card,
        kind: 'duty',
        notAfter: slot.dueAt + LIFE_MS,
      },
    ];
  });
  return outcome({ next: undefined }, { messages });
}

/**
 * A miss belongs to the office of the entry that was near, as no asker is known whose county could decide. Where the
 * host's own level has no editor, those of all counties are one level.
 */
async function editorsOfGroups({ db }: Ctx, groups: readonly MissGroup[], editors: readonly Editor[]) {
  const numbers = [...new Set(groups.map(({ sample }) => sample.near))].filter(Boolean);
  const offices = new Map((await findRevisions(db, numbers)).map(({ number, office }) => [number, office]));
  const ownLevel = editors.some(({ county }) => county === '');
  const level = ownLevel ? editors : editors.map((editor) => ({ ...editor, county: '' }));
  return groups.map((group) => ({
    group,
    editors: editorsFor(level, { office: offices.get(group.sample.near) ?? '', county: '' }),
  }));
}
