import type { FigureColumn, Values } from '../../../policy/figures/rules/definition.ts';
import {
  ChoiceField,
  DateField,
  Form,
  Hidden,
  RowsField,
  TextArea,
  TextField,
} from '../../components/form.tsx';
import type { RowsColumn } from '../../components/rows-field.tsx';
import type { NamedColumn } from './columns.ts';
import { kindPath, NEW, tablePath } from './paths.ts';
import { Rows } from './rows.tsx';
import type { OpenTable } from './table.tsx';
import { standardWords as words } from './words.ts';

const KINDS: Partial<Record<FigureColumn['kind'], RowsColumn['kind']>> = {
  long: 'long',
  number: 'number',
  money: 'number',
  percent: 'number',
  day: 'date',
  choice: 'choice',
};

/** One table as it is filled in; what comes next shows what it would do, and only then anything is kept. */
export function TableForm({
  table,
  shown,
  townships,
}: {
  table: OpenTable;
  shown: { rows: readonly Values[]; since: string; spare: number };
  townships: readonly string[];
}) {
  const { kind, unitName, day, live, base, columns } = table;
  const { definition } = kind;
  const { dated } = definition;
  const fields = definition.shape === 'fields' && shown.rows.length <= 1;
  return (
    <>
      <p>
        <a href={kindPath(table.code)}>{words.backToKind}</a>
      </p>
      <h1>
        <bdi>{words.formTitle(kind.title, unitName)}</bdi>
      </h1>
      <p class="soft">{kind.fields}</p>
      <Form
        action={tablePath(table, day)}
        keep={`standard-${table.code}-${table.unit}-${day}`}
        class="form form-wide"
      >
        <Hidden name="base" value={base} />
        {dated ? (
          <DateField
            label={words.since}
            name="since"
            value={shown.since}
            hint={day === NEW ? words.sinceNew : words.sinceHint}
            required={day === NEW}
          />
        ) : null}
        {fields ? (
          <Fields columns={columns} row={shown.rows[0] ?? {}} />
        ) : (
          <>
            <RowsField
              label={words.table}
              columns={columns.map(({ name, column }) => ({
                name,
                title: column.title,
                kind: KINDS[column.kind] ?? 'text',
                hint: column.hint,
                options:
                  column.kind === 'choice' ? column.options : column.kind === 'unit' ? townships : undefined,
              }))}
              rows={shown.rows.map((row) =>
                Object.fromEntries(columns.map(({ name, column }) => [name, row[column.title] ?? ''])),
              )}
              spare={shown.spare}
            />
            <p class="hint">
              {words.clearHint}
              {typeof dated === 'object' && day === NEW ? words.lineHint : ''}
            </p>
          </>
        )}
        <div class="form-buttons">
          <button type="submit">{words.look1}</button>
          {fields ? null : (
            <button type="submit" name="step" value="more" class="second">
              {words.more}
            </button>
          )}
          <span class="soft">{words.nothingSaved}</span>
        </div>
      </Form>
      {live.length > 0 ? (
        <details>
          <summary>{words.liveNow}</summary>
          <Rows definition={definition} rows={live} caption="" />
        </details>
      ) : null}
    </>
  );
}

function Fields({ columns, row }: { columns: readonly NamedColumn[]; row: Values }) {
  return (
    <>
      {columns.map(({ name, column }) => {
        const props = {
          label: column.title,
          name,
          value: row[column.title] ?? '',
          hint: column.hint,
          required: column.required ?? false,
        };
        switch (column.kind) {
          case 'long':
            return <TextArea {...props} rows={3} />;
          case 'day':
            return <DateField {...props} />;
          case 'choice':
            return (
              <ChoiceField {...props} options={column.options.map((option) => [option, option] as const)} />
            );
          case 'number':
          case 'money':
          case 'percent':
            return <TextField {...props} kind="number" />;
          default:
            return <TextField {...props} />;
        }
      })}
    </>
  );
}
