import { useContext } from 'hono/jsx';
import { FIELDS, type Field } from '../../../../policy/desk/rules/entry-text.ts';
import type { Entry } from '../../../../policy/repo.ts';
import { fieldNames } from '../../../../policy/words-fields.ts';
import { FormContext } from '../../../components/form-context.ts';
import { Table } from '../../../components/list.tsx';
import { type Sent, textOf, textsOf } from '../../../sent.ts';
import { moment } from '../../../time.ts';
import { editorWords as words } from './words.ts';

export interface Conflicting extends Entry {
  unitNames: readonly string[];
}

/** What somebody else has stored meanwhile beside what was typed; nothing when nobody did. */
export function ConflictView({ theirs }: { theirs: Conflicting }) {
  const { sent } = useContext(FormContext);
  if (!sent || Number(textOf(sent, 'baseRevision')) === theirs.revision) return null;
  const rows = FIELDS.map((field) => ({
    title: fieldNames[field],
    theirs: shownOf(theirs, field),
    yours: typedOf(sent, field),
  })).filter((row) => row.theirs !== row.yours);
  return (
    <section class="panel">
      <h2>{words.conflict(theirs.author, moment(theirs.createdAt))}</h2>
      <p>{words.conflictHow}</p>
      <Table
        caption={words.conflictCaption(rows.length)}
        rows={rows}
        columns={[
          { title: words.field, main: true, cell: ({ title }) => title },
          { title: words.theirs, cell: (row) => <Text text={row.theirs} /> },
          { title: words.yours, cell: (row) => <Text text={row.yours} /> },
        ]}
      />
    </section>
  );
}

function Text({ text }: { text: string }) {
  return text === '' ? <span class="soft">{words.nothing}</span> : <span class="answer">{text}</span>;
}

function shownOf(theirs: Conflicting, field: Field): string {
  if (field === 'units') return theirs.unitNames.join('\n');
  return [theirs[field]].flat().join('\n');
}

function typedOf(sent: Sent, field: Field): string {
  return textsOf(sent, field).join('\n').replaceAll('\r\n', '\n');
}
