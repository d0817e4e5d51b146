import type { Effects } from '../../../policy/figures/effects.ts';
import { Form, Hidden } from '../../components/form.tsx';
import type { Typed } from './columns.ts';
import { EffectsView } from './effects.tsx';
import { tablePath } from './paths.ts';
import type { OpenTable } from './table.tsx';
import { standardWords as words } from './words.ts';

/** What a table would do, before it is kept; what was typed travels along. */
export function Preview(props: {
  table: OpenTable;
  typed: Typed;
  effects: Effects;
  today: string;
  strangers: readonly string[];
}) {
  const { table, typed, effects, today, strangers } = props;
  return (
    <>
      <h1>
        <bdi>{words.previewTitle(words.formTitle(table.kind.title, table.unitName))}</bdi>
      </h1>
      <p class="soft">{words.nothingSaved}</p>
      {strangers.length > 0 ? (
        <p class="caution" role="status">
          <bdi>{words.strangers(strangers)}</bdi>
        </p>
      ) : null}
      <EffectsView effects={effects} today={today} />
      <Form action={tablePath(table, table.day)} class="actions" label={words.previewTitle(table.kind.title)}>
        <Hidden name="base" value={typed.base} />
        <Hidden name="since" value={typed.since} />
        {typed.rows.flatMap((row) =>
          table.columns.map(({ name, column }) => <Hidden name={name} value={row[column.title] ?? ''} />),
        )}
        <button type="submit" name="step" value="keep">
          {words.keep}
        </button>
        <button type="submit" name="step" value="back" class="second">
          {words.rework}
        </button>
      </Form>
    </>
  );
}
