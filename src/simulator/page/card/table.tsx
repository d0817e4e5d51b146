/** @jsxImportSource hono/jsx/dom */
import { useState } from 'hono/jsx/dom';
import { dayOf } from '../../../kernel/day.ts';
import { Icon } from '../icons.tsx';
import { type Node, node, nodes, num, type Place, said, str } from './node.ts';
import { Badge } from './person.tsx';
import { margin, styles, tone } from './style.ts';
import { Markdown } from './text.tsx';

/** Rows in pages; wide tables scroll sideways inside their card. */
export function Table({ element, place }: { element: Node; place: Place }) {
  const [page, setPage] = useState(0);
  const columns = nodes(element['columns']);
  const rows = nodes(element['rows']);
  const size = Math.min(10, Math.max(1, num(element['page_size'], 5)));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const head = node(element['header_style']);
  return (
    <div class="table-box" style={margin(element)} data-testid="table">
      <div class="table-scroll" tabindex={0} role="region" aria-label="表格">
        <table
          class="table"
          data-height={str(element['row_height'], 'low')}
          data-freeze={String(element['freeze_first_column'] === true)}
        >
          <thead data-back={str(head['background_style'], 'none')} data-bold={String(head['bold'] !== false)}>
            <tr>
              {columns.map((column) => (
                <th
                  key={str(column['name'])}
                  scope="col"
                  style={columnStyle(column, str(head['text_align']))}
                >
                  {str(column['display_name']) || str(column['name'])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * size, page * size + size).map((row, i) => (
              <tr key={String(page * size + i)}>
                {columns.map((column) => (
                  <td key={str(column['name'])} style={columnStyle(column)}>
                    <Cell column={column} value={row[str(column['name'])]} place={place} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 ? <p class="table-empty">暂无数据</p> : null}
      {pages > 1 ? (
        <nav class="pager" aria-label="表格翻页">
          <small>{`共 ${rows.length} 行`}</small>
          <button
            type="button"
            class="tool small"
            aria-label="上一页"
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          >
            <Icon name="left" size={14} />
          </button>
          <span>{`${page + 1}/${pages}`}</span>
          <button
            type="button"
            class="tool small"
            aria-label="下一页"
            data-testid="table-next"
            disabled={page + 1 >= pages}
            onClick={() => setPage(page + 1)}
          >
            <Icon name="right" size={14} />
          </button>
        </nav>
      ) : null}
    </div>
  );
}

function columnStyle(column: Node, headAlign = '') {
  const width = str(column['width'], 'auto');
  const own = str(column['horizontal_align']);
  return styles({
    'text-align': own || (str(column['data_type']) === 'number' ? 'right' : headAlign || undefined),
    width: /^(\d+px|\d+%)$/.test(width) ? width : undefined,
    'min-width': width.endsWith('px') ? width : undefined,
    'vertical-align': { top: 'top', center: 'middle', bottom: 'bottom' }[str(column['vertical_align'])],
  });
}

function Cell({ column, value, place }: { column: Node; value: unknown; place: Place }) {
  if (value === undefined || value === null || value === '') return <span class="placeholder">—</span>;
  switch (str(column['data_type'])) {
    case 'number':
      return typeof value === 'number' ? (
        <span class="number">{formatted(value, node(column['format']))}</span>
      ) : (
        <span class="wrong">{`不是数字：${said(value)}`}</span>
      );
    case 'date':
      return <span class="number">{typeof value === 'number' ? dayOf(value) : said(value)}</span>;
    case 'options':
      return <Options value={value} />;
    case 'persons':
      return (
        <span class="person-list">
          {(Array.isArray(value) ? value : [value]).map((id) => (
            <Badge
              key={said(id)}
              id={said(id)}
              place={place}
              size="extra_small"
              avatar
              name
              capsule={false}
            />
          ))}
        </span>
      );
    case 'lark_md':
    case 'markdown':
      return <Markdown content={said(value)} place={place} />;
    default:
      return <span>{said(value)}</span>;
  }
}

function Options({ value }: { value: unknown }) {
  const options = Array.isArray(value) ? nodes(value) : [{ text: said(value), color: 'neutral' }];
  return (
    <span class="tags">
      {options.map((option, i) => (
        <span key={String(i)} class="text-tag" data-tone={tone(option['color']) ?? 'grey'}>
          {str(option['text'])}
        </span>
      ))}
    </span>
  );
}

/** `{precision, separator, symbol}` of a number column. */
export function formatted(value: number, format: Node): string {
  const precision = num(format['precision'], -1);
  const text = value.toLocaleString('zh-CN', {
    useGrouping: format['separator'] === true,
    ...(precision >= 0
      ? { minimumFractionDigits: precision, maximumFractionDigits: precision }
      : { maximumFractionDigits: 10 }),
  });
  return str(format['symbol']) + text;
}
