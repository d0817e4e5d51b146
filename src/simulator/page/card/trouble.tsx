/** @jsxImportSource hono/jsx/dom */
import { Icon } from '../icons.tsx';

/** What the real client would refuse must be seen, never left out in silence. */
export function Trouble({ text }: { text: string }) {
  return (
    <div class="trouble" role="alert" data-testid="trouble">
      <Icon name="error" size={16} />
      <span>{text}</span>
    </div>
  );
}
