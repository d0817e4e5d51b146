/** Where the page is mounted (`contract.md`, addresses). */
export const BASE = '/simulator';

const ICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#3370ff"/><path d="M23.5 8c-8 .2-13.4 4.7-14.5 12.5L8 25l1.8-.4.9-3.1c6.5.6 11.8-4.7 12.8-13.5z" fill="#fff"/></svg>',
  );

export const SHELL = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>轻负 · 聊天模拟器</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="${BASE}/assets/main.css">
<script type="module" src="${BASE}/assets/main.js"></script>
</head>
<body><div id="app"></div><noscript>这个页面需要打开 JavaScript。</noscript></body>
</html>
`;

/** Nothing from elsewhere is loaded; charts and cards set styles on elements. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
