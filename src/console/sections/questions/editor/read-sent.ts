import type { EntryText } from '../../../../policy/desk/rules/entry-text.ts';
import type { Ctx } from '../../../../store/context.ts';
import { linesOf, type Sent, textOf, textsOf } from '../../../sent.ts';
import { codesOfUnits } from './units.ts';

/** What the editor's form holds, as it was typed; units may be called by their names. */
export async function entryIn(ctx: Ctx, sent: Sent): Promise<EntryText> {
  const text = (name: string) => textOf(sent, name).replaceAll('\r\n', '\n');
  return {
    question: text('question'),
    like: linesOf(sent, 'like'),
    unlike: linesOf(sent, 'unlike'),
    answer: text('answer'),
    document: text('document'),
    documentNumber: text('documentNumber'),
    clause: text('clause'),
    validFrom: text('validFrom'),
    validUntil: text('validUntil'),
    units: await codesOfUnits(ctx, linesOf(sent, 'units')),
    office: text('office'),
    phone: text('phone'),
    topic: text('topic'),
    factIds: linesOf(sent, 'factIds'),
    localFigures: textsOf(sent, 'localFigures'),
    replacedBy: text('replacedBy'),
  };
}
