/** @jsxImportSource hono/jsx/dom */
import { useState } from 'hono/jsx/dom';
import { type ElementProps, Elements } from './element.tsx';
import { node, str } from './node.ts';
import { flow, margin, styles, tone } from './style.ts';
import { Mark, Text } from './text.tsx';

/** Folded away until opened. */
export function Panel({ element, at }: ElementProps) {
  const [open, setOpen] = useState(element['expanded'] === true);
  const header = node(element['header']);
  const border = node(element['border']);
  const title = node(header['title']);
  const left = str(header['icon_position']) === 'left';
  const icon = (
    <span class="panel-arrow" data-open={String(open)}>
      <Mark icon={header['icon'] ? node(header['icon']) : { token: 'down-small-ccm_outlined' }} />
    </span>
  );
  return (
    <div
      class="panel"
      data-border={element['border'] ? (tone(border['color']) ?? 'grey') : undefined}
      data-back={tone(element['background_color'])}
      style={styles({ ...margin(element), 'border-radius': radius(border['corner_radius']) })}
    >
      <button
        type="button"
        class="panel-head"
        data-testid="panel"
        data-back={tone(header['background_color'])}
        aria-expanded={String(open)}
        onClick={() => setOpen(!open)}
      >
        {left ? icon : null}
        <Text of={str(title['tag']) === 'markdown' ? { ...title, tag: 'lark_md' } : title} place={at.place} />
        {left ? null : icon}
      </button>
      <div class="panel-body" hidden={!open} style={flow({ padding: '8px', ...element })}>
        {open ? <Elements elements={element['elements']} at={at} /> : null}
      </div>
    </div>
  );
}

function radius(value: unknown): string | undefined {
  return /^\d{1,2}px$/.test(str(value)) ? str(value) : undefined;
}
