/** @jsxImportSource hono/jsx/dom */
import { type ElementProps, Elements } from './element.tsx';
import { str } from './node.ts';
import { actOn } from './press.ts';
import { flow, margin, styles, tone, width } from './style.ts';

/** A box that can be pressed as a whole; controls inside it win the click. */
export function Container({ element, at }: ElementProps) {
  const off = element['disabled'] === true;
  const go = (event: Event) => {
    const inner = (event.target as Element).closest('button, a, input, textarea, [role="button"]');
    if (off || (inner && inner !== event.currentTarget)) return;
    void actOn(element, at);
  };
  return (
    <div
      class="container"
      role="button"
      tabindex={off ? -1 : 0}
      aria-disabled={String(off)}
      data-border={element['has_border'] === true ? (tone(element['border_color']) ?? 'grey') : undefined}
      data-back={tone(element['background_style'])}
      style={styles({
        ...flow(element),
        ...margin(element),
        ...width(element['width']),
        'border-radius': str(element['corner_radius']) || undefined,
      })}
      onClick={go}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) go(event);
      }}
    >
      <Elements elements={element['elements']} at={at} />
    </div>
  );
}
