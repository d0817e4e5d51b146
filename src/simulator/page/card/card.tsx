/** @jsxImportSource hono/jsx/dom */
import { Elements } from './element.tsx';
import { type Node, node, nodes, type Place, str, words } from './node.ts';
import { box, flow, styles, tone } from './style.ts';
import { Mark, Text } from './text.tsx';
import { Trouble } from './trouble.tsx';

/** A card in JSON 2.0, drawn as the client draws it. */
export function Card({ card, place }: { card: Node; place: Place }) {
  if (card['schema'] !== '2.0') return <Trouble text="这不是 2.0 版卡片（schema 不是 “2.0”），这里不画。" />;
  const config = node(card['config']);
  const body = node(card['body']);
  const header = node(card['header']);
  return (
    <section class="card" data-testid="card" data-width={str(config['width_mode'], 'default')}>
      {header['title'] ? <Header header={header} place={place} /> : null}
      <div class="card-body" style={flow(body)}>
        <Elements elements={body['elements']} at={{ place }} />
      </div>
    </section>
  );
}

function Header({ header, place }: { header: Node; place: Place }) {
  const tags = nodes(header['text_tag_list']);
  return (
    <header
      class="card-head"
      data-tone={tone(header['template']) ?? 'default'}
      style={styles({ padding: box(header['padding']) })}
    >
      {header['icon'] ? <Mark icon={node(header['icon'])} size={20} /> : null}
      <div class="card-title">
        <div class="card-title-line">
          <h2>
            <Text
              of={{ ...node(header['title']), text_color: undefined, text_size: undefined }}
              place={place}
            />
          </h2>
          {tags.map((tag, i) => (
            <span key={String(i)} class="text-tag" data-tone={tone(tag['color']) ?? 'grey'}>
              {words(tag['text'])}
            </span>
          ))}
        </div>
        {header['subtitle'] ? <p>{words(header['subtitle'])}</p> : null}
      </div>
    </header>
  );
}
