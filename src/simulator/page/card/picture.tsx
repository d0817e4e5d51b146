/** @jsxImportSource hono/jsx/dom */
import { Icon } from '../icons.tsx';
import { type Node, nodes, str, words } from './node.ts';
import { margin } from './style.ts';

/** Pictures live on the platform under keys; here a frame with the alternative text stands for them. */
export function Picture({ element }: { element: Node }) {
  const alt = words(element['alt']) || '图片';
  return (
    <figure
      class="card-picture"
      data-size={str(element['size'], 'large')}
      style={margin(element)}
      role="img"
      aria-label={alt}
    >
      <Icon name="picture" size={28} />
      <figcaption>{words(element['title']) || alt}</figcaption>
    </figure>
  );
}

export function PictureGroup({ element }: { element: Node }) {
  return (
    <div class="card-pictures" style={margin(element)}>
      {nodes(element['img_list']).map((image, i) => (
        <Picture key={String(i)} element={{ alt: str(image['img_key']) }} />
      ))}
    </div>
  );
}
