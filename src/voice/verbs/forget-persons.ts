import { and, lt, ne } from 'drizzle-orm';
import { voice } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';

/** As long as the card with the answer stays in the queue's book (architecture 6). */
const KEPT_MS = 30 * 86_400_000;

/** Who signed is needed only until they have their answer and some time to look it up again (BR-34). */
export async function forgetPersons({ db, now }: Ctx): Promise<Outcome<{ next: undefined }>> {
  return outcome(
    { next: undefined },
    {
      writes: [
        db
          .update(voice)
          .set({ person: '' })
          .where(and(ne(voice.person, ''), lt(voice.doneAt, now - KEPT_MS))),
      ],
    },
  );
}
