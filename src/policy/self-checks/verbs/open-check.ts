import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { formCard } from '../cards.ts';
import { documentForm, fiveSmallForm, meetingForm, toleranceForm } from '../forms.ts';
import { localFigures } from '../local-lists.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import type { CheckName } from '../words.ts';
import { documentWords } from '../words-document.ts';
import { meetingWords } from '../words-meeting.ts';
import { fiveSmallWords } from '../words-small.ts';
import { toleranceWords } from '../words-tolerance.ts';

const headings = {
  tolerance: toleranceWords,
  meeting: meetingWords,
  document: documentWords,
  'five-small': fiveSmallWords,
} satisfies Record<CheckName, { title: string; intro: string }>;

const forms = {
  tolerance: toleranceForm,
  meeting: meetingForm,
  document: documentForm,
  'five-small': fiveSmallForm,
};

/** An empty form with the lists of today. What the person wrote to open it is not looked at. */
export async function openCheck(ctx: Ctx, { check }: { check: CheckName }): Promise<Outcome<Card>> {
  const { fields, texts } = forms[check](await localFigures(ctx, 'LOC-16', 'LOC-22', 'LOC-10'));
  const { title, intro } = headings[check];
  return outcome(formCard(check, { title, intro, fields, list: fingerprint(texts) }));
}
