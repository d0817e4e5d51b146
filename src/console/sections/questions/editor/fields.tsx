import { localFigureKinds } from '../../../../../db/seed/facts.ts';
import type { EntryText } from '../../../../policy/desk/rules/entry-text.ts';
import { LONGEST } from '../../../../policy/desk/rules/problems.ts';
import { ChecksField } from '../../../components/checks.tsx';
import { DateField, TextArea, TextField } from '../../../components/form.tsx';
import { editorWords as words } from './words.ts';

/** Everything that can be written of an entry; units by their names. */
export function EntryFields({ text, unitNames }: { text: EntryText; unitNames: readonly string[] }) {
  const lines = (values: readonly string[]) => values.join('\n');
  return (
    <>
      <h2>{words.groups.ask}</h2>
      <TextField
        label={words.question}
        hint={words.questionHint}
        name="question"
        value={text.question}
        max={LONGEST.question}
        required
        wide
      />
      <TextArea label={words.like} hint={words.likeHint} name="like" value={lines(text.like)} rows={6} />
      <TextArea
        label={words.unlike}
        hint={words.unlikeHint}
        name="unlike"
        value={lines(text.unlike)}
        rows={3}
      />
      <h2>{words.groups.answer}</h2>
      <TextArea
        label={words.answer}
        hint={words.answerHint}
        name="answer"
        value={text.answer}
        rows={8}
        max={LONGEST.answer}
        required
      />
      <h2>{words.groups.basis}</h2>
      <TextField
        label={words.document}
        hint={words.documentHint}
        name="document"
        value={text.document}
        max={LONGEST.line}
        wide
      />
      <TextField label={words.documentNumber} name="documentNumber" value={text.documentNumber} />
      <TextField label={words.clause} name="clause" value={text.clause} />
      <DateField label={words.validFrom} name="validFrom" value={text.validFrom} />
      <DateField
        label={words.validUntil}
        hint={words.validUntilHint}
        name="validUntil"
        value={text.validUntil}
      />
      <h2>{words.groups.scope}</h2>
      <TextArea label={words.units} hint={words.unitsHint} name="units" value={lines(unitNames)} rows={2} />
      <TextField label={words.office} name="office" value={text.office} />
      <TextField label={words.phone} name="phone" value={text.phone} />
      <TextField label={words.topic} name="topic" value={text.topic} />
      <h2>{words.groups.more}</h2>
      <ChecksField
        label={words.localFigures}
        hint={words.localFiguresHint}
        name="localFigures"
        options={[...localFigureKinds.values()].map(({ code, title }) => [code, words.figure(code, title)])}
        chosen={text.localFigures}
      />
      <TextArea
        label={words.factIds}
        hint={words.factIdsHint}
        name="factIds"
        value={lines(text.factIds)}
        rows={2}
      />
      <TextField
        label={words.replacedBy}
        hint={words.replacedByHint}
        name="replacedBy"
        value={text.replacedBy}
      />
    </>
  );
}
