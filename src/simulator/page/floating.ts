const GAP = 6;
const EDGE = 8;

/** Puts an open popover under its trigger, or above it where there is more room, always inside the window. */
export function place(panel: HTMLElement, trigger: HTMLElement): void {
  const at = trigger.getBoundingClientRect();
  panel.style.minWidth = `${at.width}px`;
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  const up = below < height && above > below;
  panel.style.maxHeight = `${Math.max(up ? above : below, 160)}px`;
  panel.style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE))}px`;
  panel.style.top = up
    ? `${Math.max(EDGE, at.top - GAP - Math.min(height, above))}px`
    : `${at.bottom + GAP}px`;
}

/** Opens a popover at its trigger; it goes along when that scrolls, and closes when it scrolls out of sight. */
export function openAt(panel: HTMLElement | null, trigger: HTMLElement | null): void {
  if (!panel || !trigger || panel.matches(':popover-open')) return;
  panel.showPopover();
  place(panel, trigger);
  const away = (event: Event) => {
    const { target } = event;
    if (target instanceof Node && panel.contains(target)) return;
    const at = trigger.getBoundingClientRect();
    const view =
      target instanceof Element ? target.getBoundingClientRect() : new DOMRect(0, 0, innerWidth, innerHeight);
    if (at.bottom > view.top && at.top < view.bottom) place(panel, trigger);
    else panel.hidePopover();
  };
  document.addEventListener('scroll', away, { capture: true, passive: true });
  const done = (event: Event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    document.removeEventListener('scroll', away, { capture: true });
    panel.removeEventListener('toggle', done);
  };
  panel.addEventListener('toggle', done);
}
