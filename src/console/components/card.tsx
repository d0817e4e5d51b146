import type { Child } from 'hono/jsx';
import type { Block, Button, Card } from '../../chat/card.ts';
import { blockText } from '../../chat/card-text.ts';
import type { Rich } from '../../chat/rich.ts';
import { cardWords as words } from '../words.ts';

/**
 * A card as the person will see it on a phone: what answers, notices and lists are made of. Nothing on it can be
 * pressed, as it has not been sent; forms and charts stand there as their words.
 */
export function CardView({ card, label = words.preview }: { card: Card; label?: string }) {
  return (
    <article class={`chat-card tone-${card.tone}`} aria-label={label}>
      <header>
        <p class="chat-title">
          <bdi>{card.title}</bdi>
          {(card.tags ?? []).map(({ text, tone }) => (
            <span class={`chat-tag ${tone}`}>{text}</span>
          ))}
        </p>
        {card.subtitle ? <p class="chat-subtitle">{card.subtitle}</p> : null}
      </header>
      <div class="chat-body">
        {card.blocks.map((block) => (
          <BlockView block={block} />
        ))}
      </div>
    </article>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'text':
      return (
        <p class="chat-text">
          <Words text={block.text} />
        </p>
      );
    case 'note':
      return <p class="chat-note">{block.text}</p>;
    case 'facts':
      return (
        <div class="chat-facts">
          {block.facts.map(({ label, value }) => (
            <p>
              <strong>{label}</strong>
              <Words text={value} />
            </p>
          ))}
        </div>
      );
    case 'buttons':
      return (
        <p class="chat-buttons">
          {block.buttons.map((button) => (
            <span class={`chat-button ${styleOf(button)}`}>{button.text}</span>
          ))}
        </p>
      );
    case 'panel':
      return (
        <details class="chat-panel" open={block.open}>
          <summary>{block.title}</summary>
          {block.blocks.map((inner) => (
            <BlockView block={inner} />
          ))}
        </details>
      );
    case 'table':
      return (
        <div class="chat-table">
          <table>
            <thead>
              <tr>
                {block.columns.map(({ title }) => (
                  <th scope="col">{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr>
                  {block.columns.map(({ name, title, type }) => (
                    <td class={type === 'number' ? 'number' : undefined} data-title={title}>
                      {row[name] ?? ''}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'divider':
      return <hr />;
    case 'chart':
    case 'form':
      return <p class="chat-text">{blockText(block)}</p>;
  }
}

function styleOf(button: Button): string {
  return 'action' in button ? (button.style ?? 'default') : 'link';
}

/** Bold may begin in one literal and end in another, with data between them. */
function Words({ text }: { text: Rich | string }) {
  if (typeof text === 'string') return <bdi>{text}</bdi>;
  let bold = false;
  const emphasised = (child: Child) => (bold ? <strong>{child}</strong> : child);
  const pieces: Child[] = [];
  for (const part of text.parts) {
    if (part.kind === 'markup')
      part.text.split('**').forEach((piece, i) => {
        if (i > 0) bold = !bold;
        if (piece !== '') pieces.push(emphasised(piece.replace(/(^|\n)- /g, '$1• ')));
      });
    else if (part.kind === 'data') pieces.push(emphasised(<bdi>{part.text}</bdi>));
    else {
      const tone = part.kind === 'colour' ? part.colour : 'blue';
      pieces.push(emphasised(<bdi class={`chat-${tone}`}>{part.text}</bdi>));
    }
  }
  return <>{pieces}</>;
}
