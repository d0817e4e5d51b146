/** @jsxImportSource hono/jsx/dom */
import { type ElementProps, Elements } from './element.tsx';
import { type Node, nodes, num, str } from './node.ts';
import { align, flow, margin, space, styles, tone } from './style.ts';

/** Columns share a row; the flex mode says what happens when it is narrow. */
export function Columns({ element, at }: ElementProps) {
  const mode = str(element['flex_mode'], 'none');
  const columns = nodes(element['columns']);
  const loose = columns.every((column) => str(column['width'], 'auto') === 'auto');
  return (
    <div
      class="columns"
      data-mode={mode === 'none' && loose ? 'flow' : mode}
      data-back={tone(element['background_style'])}
      style={styles({
        ...margin(element),
        gap: space(element['horizontal_spacing'], '8px'),
        'justify-content': align(element['horizontal_align'], 'flex-start'),
      })}
    >
      {columns.map((column, i) => (
        <div
          key={String(i)}
          class="column"
          data-back={tone(column['background_style'])}
          style={columnStyle(column)}
        >
          <Elements elements={column['elements']} at={at} />
        </div>
      ))}
    </div>
  );
}

function columnStyle(column: Node) {
  const width = str(column['width'], 'auto');
  const weight = Math.min(5, Math.max(1, num(column['weight'], 1)));
  const flex =
    width === 'weighted'
      ? `${weight} 1 0`
      : width === 'auto'
        ? '0 1 auto'
        : `0 1 ${/^\d+px$/.test(width) ? width : 'auto'}`;
  return styles({
    ...flow(column),
    ...margin(column),
    flex,
    'align-self': column['vertical_align'] ? 'stretch' : undefined,
  });
}
