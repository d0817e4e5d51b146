import { changedFields, type EntryText, type Field } from '../../../../policy/desk/rules/entry-text.ts';
import { fieldNames } from '../../../../policy/words-fields.ts';
import { Table } from '../../../components/list.tsx';
import { questionWords as words } from '../words.ts';

/** What differs between two texts, field by field; `before` is absent for the first text of an entry. */
export function Changes(props: {
  before: EntryText;
  after: EntryText;
  titles: { before: string; after: string };
}) {
  const { before, after, titles } = props;
  const rows = changedFields(before, after);
  if (rows.length === 0) return <p>{words.same}</p>;
  const shown = (text: EntryText, field: Field) => [text[field]].flat().join('\n');
  return (
    <Table
      caption={words.changed(rows.length)}
      rows={rows}
      columns={[
        { title: words.field, main: true, cell: (field) => fieldNames[field] },
        { title: titles.before, cell: (field) => <span class="answer">{shown(before, field)}</span> },
        { title: titles.after, cell: (field) => <span class="answer">{shown(after, field)}</span> },
      ]}
    />
  );
}
