import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { type FigureKey, type FigureRevision, findRevision } from './repo.ts';
import { figureWords as words } from './words.ts';

/** A change that still waits. @throws AppError not_found, stale */
export async function requireProposal(
  { db }: Ctx,
  input: FigureKey & { revision: number },
): Promise<FigureRevision> {
  const found = await findRevision(db, input, input.revision);
  if (!found) throw new AppError('not_found', words.unknownRevision);
  if (found.state !== 'proposed') throw new AppError('stale', words.notWaiting);
  return found;
}
