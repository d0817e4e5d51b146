import type { FigureDefinition, Values } from '../../../policy/figures/rules/definition.ts';
import { ownTitles } from '../../../policy/figures/rules/plain.ts';
import { SINCE } from '../../../policy/figures/sheets/columns.ts';
import { Table } from '../../components/list.tsx';

/** Rows of a local standard as they were entered, with the columns that are used. */
export function Rows({
  definition,
  rows,
  caption,
}: {
  definition: FigureDefinition;
  rows: readonly Values[];
  caption: string;
}) {
  const titles = [
    ...definition.columns.map(({ title }) => title),
    ...ownTitles(definition, rows, SINCE),
    SINCE,
  ].filter((title) => rows.some((row) => row[title]));
  return (
    <Table
      caption={caption}
      columns={titles.map((title, i) => ({
        title,
        main: i === 0,
        cell: (row: Values) => (row[title] ? <bdi class="multiline">{row[title]}</bdi> : ''),
      }))}
      rows={[...rows]}
    />
  );
}
