/** @jsxImportSource hono/jsx/dom */

/** Strokes on a 24 × 24 grid. */
const PATHS = {
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16.2 16.2 20.5 20.5',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  left: 'M14.5 6l-6 6 6 6',
  send: 'M20.5 3.5 10.5 13.5M20.5 3.5 14 20.5l-3.5-7-7-3.5z',
  picture: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M15.5 9.5h.01',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h6',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4',
  code: 'M8.5 7 3.5 12l5 5M15.5 7l5 5-5 5M13.5 5l-3 14',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 1 1 9.5 4.5a6.5 6.5 0 0 0 10 10z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 11v5.5M12 7.5v.01',
  warning: 'M12 4 21 19.5H3zM12 10v4.5M12 17v.01',
  error: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM9 9l6 6M15 9l-6 6',
  success: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8 12.3l2.8 2.8L16 9.5',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  group:
    'M9 5a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 9 5zM3 19c.3-3.3 2.6-5 6-5s5.7 1.7 6 5M15.5 5.3a3 3 0 0 1 0 5.8M17.5 14.3c2 .6 3.3 2.2 3.5 4.7',
  person: 'M12 4.5a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4zM4.5 20c.4-4 3.2-6 7.5-6s7.1 2 7.5 6',
  compass: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM15.5 8.5l-2 5-5 2 2-5z',
  play: 'M8 5.5v13l10.5-6.5z',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6M4 17h16M10.5 20.5h3',
  chart: 'M4 4v16h16M8 16v-4M12.5 16V8M17 16v-6',
  tick: 'M4.5 4.5h15v15h-15zM8 12l3 3 5-6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 2.6 : 1.7}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The platform's icon tokens that cards are likely to use; the rest get a neutral mark that names the token. */
const TOKENS: Record<string, IconName> = {
  info: 'info',
  warning: 'warning',
  error: 'error',
  yes: 'check',
  done: 'check',
  succeed: 'success',
  'check-circle': 'success',
  'list-check': 'tick',
  approve: 'tick',
  todo: 'tick',
  time: 'clock',
  alarm: 'bell',
  bell: 'bell',
  notification: 'bell',
  calendar: 'calendar',
  chat: 'info',
  chart: 'chart',
  'bar-chart': 'chart',
  dashboard: 'chart',
  member: 'person',
  contacts: 'person',
  group: 'group',
  file: 'file',
  'file-detail': 'file',
  image: 'picture',
  search: 'search',
  copy: 'copy',
  code: 'code',
  more: 'more',
  down: 'down',
  'down-small-ccm': 'down',
  right: 'right',
  maybe: 'info',
};

export function TokenIcon({ token, size = 16 }: { token: string; size?: number }) {
  const plain = token.replace(/_(outlined|filled|colorful)$/, '');
  const name = TOKENS[plain];
  return (
    <span class="token-icon" title={token}>
      {name ? <Icon name={name} size={size} /> : <span class="token-dot" />}
    </span>
  );
}
