/** @jsxImportSource hono/jsx/dom */
import { useEffect, useRef } from 'hono/jsx/dom';
import { dismissToast } from './actions.ts';
import { Icon } from './icons.tsx';
import type { Toast } from './store.ts';

/** Shown in the top layer, so that an open dialog does not cover them. */
export function Toasts({ toasts }: { toasts: Toast[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (toasts.length > 0) element.showPopover();
  }, [toasts]);
  return (
    <div ref={box} class="toasts" popover="manual" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} class="toast" data-testid="toast" data-tone={toast.tone}>
          <Icon name={toast.tone} size={20} />
          <span>{toast.text}</span>
          <button type="button" aria-label="关闭提示" onClick={() => dismissToast(toast.id)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
