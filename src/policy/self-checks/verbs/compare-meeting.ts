import type { Card } from '../../../chat/card.ts';
import { ticked } from '../../../chat/checklist.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { figureBlocks } from '../../cards.ts';
import { findContact } from '../../contact.ts';
import { whoToAsk } from '../../words.ts';
import { resultCard } from '../cards.ts';
import { meetingForm } from '../forms.ts';
import { localFigures } from '../local-lists.ts';
import { type MeetingSign, meetingFindings } from '../rules/meeting.ts';
import { checkWords } from '../words.ts';
import { meetingFindings as findingWords, meetingWords as words } from '../words-meeting.ts';

/** The three kinds of meeting that are not held, approval, and what could be combined (HY-01, HY-03, HY-07). */
export async function compareMeeting(
  ctx: Ctx,
  { form }: { form: Readonly<Record<string, unknown>> },
): Promise<Outcome<Card>> {
  const { signs } = meetingForm().lists;
  const findings = meetingFindings(ticked(form, signs) as MeetingSign[]);
  const told = findings.map((finding) => findingWords[finding]);
  return outcome(
    resultCard('meeting', {
      title: words.resultTitle,
      careful: findings.some((finding) => finding !== 'nothing' && finding !== 'note_approval'),
      texts: [...told.map(({ title, rule }) => checkWords.finding(title, rule)), words.decide],
      more: figureBlocks(await localFigures(ctx, 'LOC-23')),
      factIds: told.flatMap(({ factIds }) => factIds),
      office: whoToAsk(words.office, '', await findContact(ctx.db)),
    }),
  );
}
