import { AppError } from '../../kernel/errors.ts';
import type { Db } from '../../store/db.ts';
import { findSubmitted, type Review } from './repo.ts';
import { deskWords as words } from './words.ts';

/** The revision that waits for a decision. @throws AppError closed or conflict, saying what became of it */
export async function requireSubmitted(
  db: Db,
  { number }: { number: string; revision: number },
  review: Review | undefined,
): Promise<Review> {
  if (!review) throw new AppError('closed', words.notSubmitted);
  if (review.state === 'returned') throw new AppError('closed', words.wasReturned);
  if (review.state === 'approved') throw new AppError('closed', words.wasApproved);
  if (review.state === 'superseded') {
    const later = (await findSubmitted(db, number)).at(-1);
    throw new AppError('conflict', later ? words.superseded(later.revision) : words.supersededBefore);
  }
  return review;
}
