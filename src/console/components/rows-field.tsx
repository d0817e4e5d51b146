import { useContext } from 'hono/jsx';
import { type Sent, textsOf } from '../sent.ts';
import { formWords as words } from '../words.ts';
import { FormContext, type Problem, Refused } from './form-context.ts';

export interface RowsColumn {
  name: string;
  title: string;
  kind?: 'text' | 'long' | 'number' | 'date' | 'choice';
  hint?: string | undefined;
  /** What may be chosen, or is offered while one types. */
  options?: readonly string[] | undefined;
}

type Cells = Readonly<Record<string, string>>;

/** Rows of a small table that is filled in: as many as there are and some blank ones; blank rows are left out. */
export function RowsField(props: {
  label: string;
  columns: readonly RowsColumn[];
  rows: readonly Cells[];
  spare?: number;
}) {
  const { sent, problems } = useContext(FormContext);
  const refused = useContext(Refused);
  const typed = refused && sent ? rowsTyped(props.columns, sent) : undefined;
  const rows: readonly Cells[] = typed ?? [
    ...props.rows,
    ...Array.from({ length: props.spare ?? 3 }, () => ({})),
  ];
  return (
    <fieldset class="wide-field rows">
      <legend>{props.label}</legend>
      {props.columns.map(({ name, kind, options }) =>
        kind !== 'choice' && options ? (
          <datalist id={`list-${name}`}>
            {options.map((option) => (
              <option value={option} />
            ))}
          </datalist>
        ) : null,
      )}
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map(({ title, hint }) => (
              <th role="columnheader" scope="col">
                {title}
                {hint ? <span class="hint cell-hint">{hint}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr role="row">
              {props.columns.map((column) => (
                <td role="cell" data-title={column.title}>
                  <Cell
                    column={column}
                    value={row[column.name] ?? ''}
                    index={index}
                    wrong={refused ? problems.filter(({ field }) => field === `${column.name}.${index}`) : []}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function rowsTyped(columns: readonly RowsColumn[], sent: Sent): Cells[] {
  const typed = columns.map(({ name }) => [name, textsOf(sent, name)] as const);
  const length = Math.max(0, ...typed.map(([, values]) => values.length));
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(typed.map(([name, values]) => [name, values[i] ?? ''])),
  );
}

function Cell(props: { column: RowsColumn; value: string; index: number; wrong: readonly Problem[] }) {
  const { column, value, index, wrong } = props;
  const id = `field-${column.name}.${index}`;
  const attributes = {
    id,
    name: column.name,
    'aria-label': words.cell(column.title, index + 1),
    'aria-invalid': wrong.length > 0 ? ('true' as const) : undefined,
    'aria-describedby': wrong.length > 0 ? `${id}-wrong` : undefined,
  };
  return (
    <div>
      <Input column={column} value={value} attributes={attributes} />
      {wrong.length > 0 ? (
        <p class="said-wrong" id={`${id}-wrong`}>
          {wrong.map(({ text }) => text).join('；')}
        </p>
      ) : null}
    </div>
  );
}

function Input({
  column: { name, kind = 'text', options },
  value,
  attributes,
}: {
  column: RowsColumn;
  value: string;
  attributes: Record<string, string | undefined>;
}) {
  if (kind === 'long')
    return (
      <textarea {...attributes} rows={2}>
        {value}
      </textarea>
    );
  if (kind === 'choice') {
    // What stands there although nobody may choose it any more is shown, so that it can be put right.
    const offered = value === '' || options?.includes(value) ? (options ?? []) : [value, ...(options ?? [])];
    return (
      <select {...attributes}>
        <option value="">{words.choose}</option>
        {offered.map((option) => (
          <option value={option} selected={option === value}>
            {option}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...attributes}
      type={kind === 'date' ? 'date' : 'text'}
      inputmode={kind === 'number' ? 'decimal' : undefined}
      list={options ? `list-${name}` : undefined}
      value={value}
      autocomplete="off"
    />
  );
}
