/** @jsxImportSource hono/jsx/dom */
import { useRef } from 'hono/jsx/dom';
import { openAt } from '../floating.ts';
import { Icon } from '../icons.tsx';
import type { ElementProps } from './element.tsx';
import { node, nodes, str, words } from './node.ts';
import { actOn } from './press.ts';
import { margin } from './style.ts';

/** The menu behind three dots. */
export function Overflow({ element, at }: ElementProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const pick = (option: Record<string, unknown>) => {
    list.current?.hidePopover();
    const url = str(node(option['multi_url'])['url']);
    if (/^https?:\/\//.test(url)) window.open(url, '_blank', 'noopener');
    else void actOn(element, at, { tag: 'overflow', option: str(option['value']) });
  };
  return (
    <span style={margin(element)}>
      <button
        ref={trigger}
        type="button"
        class="button square"
        data-type="default"
        data-testid="card-overflow"
        aria-label="更多操作"
        aria-haspopup="menu"
        onClick={() => openAt(list.current, trigger.current)}
      >
        <Icon name="more" size={16} />
      </button>
      <div ref={list} class="floating options" popover="auto" role="menu" aria-label="更多操作">
        {nodes(element['options']).map((option, i) => (
          <button
            key={String(i)}
            type="button"
            class="option"
            role="menuitem"
            data-testid={`option-${words(option['text'])}`}
            onClick={() => pick(option)}
          >
            <span>{words(option['text'])}</span>
          </button>
        ))}
      </div>
    </span>
  );
}
