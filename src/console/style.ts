export const STYLE_PATH = '/console/assets/console.css';

/** One sheet for all pages, as text: Workers have no files. Colours keep 4.5:1 on their ground in both schemes. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #fff; --ink: #1d2433; --soft: #55607a; --line: #d9dee8; --accent: #1456d0;
  --accent-ink: #fff; --good: #0b6b3a; --good-ground: #e3f5ea; --warn: #85500a; --warn-ground: #fdf0d7;
  --bad: #b3261e; --bad-ground: #fce8e6; --plain-ground: #eaedf3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171d; --card: #1d222b; --ink: #e7eaf0; --soft: #a8b1c2; --line: #363e4c; --accent: #8db5ff;
    --accent-ink: #10203d; --good: #7fd8a4; --good-ground: #16352a; --warn: #f2c27b; --warn-ground: #3b2c12;
    --bad: #ffaba3; --bad-ground: #431f1d; --plain-ground: #2b323e;
  }
}
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font: 16px/1.7 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif;
  overflow-wrap: anywhere;
}
.wide { width: 100%; max-width: 76rem; margin: 0 auto; padding-inline: 1rem }
a { color: var(--accent); text-underline-offset: .2em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px }
main:focus { outline: none }
.skip { position: absolute; left: -99rem; top: 0; background: var(--card); padding: .5rem 1rem; z-index: 2 }
.skip:focus { left: .5rem }
.top { background: var(--card); border-bottom: 1px solid var(--line) }
.top-line { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between; padding-block: .6rem }
.brand { color: var(--ink); font-weight: 650; font-size: 1.1rem; text-decoration: none; padding-block: .25rem }
.account { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center; color: var(--soft); font-size: .9rem }
.account form { margin: 0 }
.tabs { display: flex; flex-wrap: wrap; gap: 0 .25rem; list-style: none; margin: 0; padding: 0 }
.tabs a { display: block; padding: .55rem .8rem; color: var(--soft); text-decoration: none; border-bottom: 3px solid transparent }
.tabs a:hover { color: var(--ink) }
.tabs a[aria-current] { color: var(--accent); border-bottom-color: var(--accent); font-weight: 600 }
main { padding-block: 1.25rem 2.5rem; flex: 1 }
h1 { font-size: 1.5rem; line-height: 1.35; margin: .25rem 0 .75rem; text-wrap: balance }
h2 { font-size: 1.1rem; line-height: 1.4; margin: 1.75rem 0 .5rem }
p { margin: 0 0 .75rem }
.lead { color: var(--soft); max-width: 44em }
.soft { color: var(--soft); font-size: .9rem }
.foot { color: var(--soft); font-size: .85rem; padding-block: 1rem 2rem; border-top: 1px solid var(--line) }
.foot p { margin: 0 }
.foot form { margin: .5rem 0 0 }
button, .button {
  display: inline-block; min-height: 2.75rem; padding: .45rem 1.1rem; border: 1px solid var(--accent); border-radius: 8px;
  background: var(--accent); color: var(--accent-ink); font: inherit; text-decoration: none; cursor: pointer;
}
button:hover, .button:hover { filter: brightness(1.08) }
button.quiet, .button.second { background: transparent; color: var(--accent); border-color: var(--line) }
button.quiet { min-height: 2rem; padding: .1rem .7rem; font-size: .9rem }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-block: 1rem }
.notice { background: var(--good-ground); color: var(--good); border-radius: 12px; padding: .6rem 1rem; margin: 0 0 1rem }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem }
.narrow { max-width: 34rem; margin: 1.5rem auto }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1rem; padding: 0; margin: 1rem 0; list-style: none }
.cards h2 { margin-top: 0 }
.cards p:last-child { margin: 0 }
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: .5rem .75rem; align-items: end; margin: 0 0 1rem }
.field { display: block; font-size: .9rem; color: var(--soft) }
.field span { display: block }
.wide-field { grid-column: 1 / -1; max-width: 34rem }
input, select, textarea {
  width: 100%; min-height: 2.75rem; padding: .4rem .6rem; border: 1px solid var(--soft); border-radius: 8px;
  background: var(--card); color: var(--ink); font: inherit; font-size: 1rem;
}
textarea { line-height: 1.6; resize: vertical }
input.check { width: 1.4rem; min-height: 1.4rem; accent-color: var(--accent) }
input[aria-invalid], textarea[aria-invalid], select[aria-invalid] { border: 2px solid var(--bad) }
.form { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 1rem; align-items: start; max-width: 52rem }
.form > * { min-width: 0 }
.form > .problems, .form > .form-buttons, .form > .notice, .form > h2, .form > p { grid-column: 1 / -1; margin-bottom: 0 }
.form .wide-field { max-width: none }
.form label { display: block; color: var(--ink); font-weight: 600 }
.optional { color: var(--soft); font-weight: 400; font-size: .85rem }
.hint { margin: 0 0 .3rem; color: var(--soft); font-size: .88rem }
.problems { padding: .75rem 1rem; border: 2px solid var(--bad); border-radius: 12px; background: var(--bad-ground); color: var(--bad) }
.problems p, .problems ul { margin: 0 } .problems a { color: inherit } .problems .told { white-space: pre-line }
.said-wrong { margin: .25rem 0 0; color: var(--bad); font-size: .9rem }
.busy { color: var(--soft); grid-column: 1 / -1 }
.form-buttons { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: center }
.form-buttons form, .inline { display: inline; margin: 0 }
.editor { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; gap: 1.5rem 2rem; align-items: start }
.editor .form { grid-column: 1 } .editor .form > h2 { margin-top: .5rem } .editor > .problems { grid-column: 1 / -1 } .beside { grid-column: 2; grid-row: span 2; position: sticky; top: 1rem } .beside h2:first-child { margin-top: .5rem }
.step { margin-bottom: .75rem; padding: .75rem 1.25rem } .step summary { cursor: pointer; font-weight: 600; padding-block: .25rem } .step form { margin-block: .75rem }
del { background: var(--bad-ground); color: var(--bad) } ins { background: var(--good-ground); color: var(--good); text-decoration: none }
.only-heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) } .hints { color: var(--warn) }
.two-sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem 2rem; align-items: start } .two-sides h2 { margin-top: 1rem }
.checks { border: 0; margin: 0; padding: 0 } .checks legend { font-weight: 600; padding: 0 } .checks summary { cursor: pointer; padding: .4rem 0; color: var(--accent) } .form .checks label { display: flex; gap: .5rem; align-items: center; font-weight: 400; min-height: 2.2rem } .checks input { flex: none }
.rows { border: 0; padding: 0; margin: 0; min-width: 0; overflow-x: auto } .rows legend { font-weight: 600; padding: 0 } .rows td { min-width: 7rem }
.filter-buttons { display: flex; gap: 1rem; align-items: center }
.list-head { display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; align-items: center; margin-bottom: .5rem }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line) }
caption { text-align: left; color: var(--soft); font-size: .9rem; padding-block: .25rem }
th, td { text-align: left; vertical-align: top; padding: .55rem .7rem; border-bottom: 1px solid var(--line) }
th { font-size: .88rem; color: var(--soft); font-weight: 600; white-space: nowrap }
td { font-size: .95rem }
td:not(.number) { min-width: 6.5rem }
td.main:not(.number) { min-width: 12rem }
td.brief { white-space: nowrap }
.number { text-align: right; font-variant-numeric: tabular-nums }
tbody tr:hover { background: var(--ground) }
.tag { display: inline-block; padding: 0 .5rem; border-radius: 6px; font-size: .85rem; white-space: nowrap; background: var(--plain-ground) }
.tag.good { color: var(--good); background: var(--good-ground) }
.tag.warn { color: var(--warn); background: var(--warn-ground) }
.tag.bad { color: var(--bad); background: var(--bad-ground) }
.empty { background: var(--card); border: 1px dashed var(--line); border-radius: 12px; padding: 1.5rem; text-align: center }
.pager { display: flex; gap: 1.5rem; align-items: center; justify-content: center; margin-top: 1rem }
.pager a { padding: .5rem .25rem }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .4rem 1rem; margin: 0 }
dt { color: var(--soft) }
dd { margin: 0 }
.answer { white-space: pre-line; max-width: 44em; unicode-bidi: isolate }
.plain-list { margin: 0; padding-left: 1.25rem }
.changes { margin: 0; padding: 0; list-style: none; font-size: .88rem }
bdi { unicode-bidi: isolate } .multiline { white-space: pre-line }
.caution { background: var(--warn-ground); color: var(--warn); border-radius: 12px; padding: .6rem 1rem } summary { cursor: pointer }
.form-wide { max-width: none } .cell-hint { display: block; font-weight: 400; white-space: normal } .rows tr:hover { background: none } .rows td > div { min-width: 0 }
.standard-table { margin-bottom: 1.25rem } .standard-table .list-head { margin: 0 0 .4rem }
.chart { background: #fff; color: #1d2433; border: 1px solid var(--line); border-radius: 12px; padding: .75rem; margin-bottom: 1rem; overflow-x: auto }
.chart figure { margin: 0; min-width: 30rem } .chart figure > svg { width: 100%; max-width: 52rem; font-size: 12px; fill: #3f4757 }
.chart .key { margin-left: .75rem; white-space: nowrap; font-size: .88rem }
.chat-card { width: 100%; max-width: 23rem; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; background: var(--card); font-size: .95rem; line-height: 1.6 }
.chat-card header { padding: .55rem .9rem; background: var(--plain-ground) } .chat-card p { margin: 0 }
.tone-info header { background: color-mix(in srgb, var(--accent) 14%, var(--card)) } .tone-success header { background: var(--good-ground) }
.tone-notice header, .tone-warning header { background: var(--warn-ground) } .tone-danger header { background: var(--bad-ground) }
.chat-title { font-weight: 650 } .chat-subtitle, .chat-note { color: var(--soft); font-size: .85rem }
.chat-body { display: grid; gap: .6rem; padding: .7rem .9rem .9rem } .chat-body > *, .chat-panel > * { min-width: 0 }
.chat-text, .chat-note, .chat-facts p { white-space: pre-line } .chat-facts strong { display: block; color: var(--soft); font-size: .85rem; font-weight: 600 }
.chat-facts { display: grid; gap: .4rem } .chat-buttons { display: flex; flex-wrap: wrap; gap: .5rem }
.chat-button { border: 1px solid var(--line); border-radius: 6px; padding: .15rem .7rem } .chat-button.primary { border-color: var(--accent); color: var(--accent) }
.chat-button.danger { color: var(--bad) } .chat-button.link { color: var(--accent) } .chat-tag { margin-left: .4rem; padding: 0 .4rem; border-radius: 4px; background: var(--plain-ground); font-size: .8rem; font-weight: 400 }
.chat-panel { border: 1px solid var(--line); border-radius: 8px; padding: .4rem .7rem } .chat-panel summary { cursor: pointer; font-weight: 600 } .chat-table { overflow-x: auto } .chat-card hr { border: 0; border-top: 1px solid var(--line); width: 100%; margin: 0 }
.chat-green { color: var(--good) } .chat-orange { color: var(--warn) } .chat-red { color: var(--bad) } .chat-grey { color: var(--soft) } .chat-blue { color: var(--accent) }
@media (max-width: 45rem) {
  h1 { font-size: 1.3rem }
  table, tbody, tr, td { display: block; width: 100% }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  table { background: none; border: 0 }
  caption { display: block }
  tr { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .5rem .9rem; margin-bottom: .75rem }
  td { border: 0; padding: .2rem 0; display: grid; grid-template-columns: 6.5rem 1fr; gap: .5rem }
  td::before { content: attr(data-title); color: var(--soft); font-size: .88rem }
  td.number { text-align: left }
  td.main { display: block; font-weight: 600; font-size: 1rem; min-width: 0; padding-block: .3rem }
  td.main::before { content: none }
  td.blank { display: none }
  td.brief { white-space: normal }
  td:not(.number), td.main:not(.number) { min-width: 0 }
  .editor { grid-template-columns: minmax(0, 1fr) } .beside { grid-column: 1; grid-row: auto; position: static }
  dl { grid-template-columns: 1fr; gap: 0 }
  dd { margin-bottom: .6rem }
}
@media (prefers-reduced-motion: no-preference) { a, button { transition: filter .12s, color .12s } }
@media print { .top, .filters, .pager, .actions { display: none } }
`;
