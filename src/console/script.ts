import { formWords as words } from './words.ts';

export const SCRIPT_PATH = '/console/assets/console.js';

/**
 * The one script of the desk, as text like the style sheet; every page works without it. It keeps what was typed into a
 * form until that has gone through, says that something is under way, shows previews while one types, and adds rows.
 */
export const SCRIPT = `
'use strict';
const words = ${JSON.stringify(words, ['busy', 'unsaved', 'restore', 'discard', 'stale'])};
const PAUSE_MS = 400;

const fieldsOf = (form) => [...form.elements].filter((field) =>
  field.name && field.name !== 'csrf' && !['hidden', 'file', 'submit', 'button'].includes(field.type));
const valueOf = (field) => (field.type === 'checkbox' ? String(field.checked) : field.value);
const typedIn = (form) => fieldsOf(form).map((field) => [field.name, valueOf(field)]);
const fill = (form, typed) => fieldsOf(form).forEach((field, i) => {
  if (typed[i]?.[0] !== field.name) return;
  if (field.type === 'checkbox') field.checked = typed[i][1] === 'true';
  else field.value = typed[i][1];
});

function keep(form) {
  const key = 'qingfu:' + form.dataset.keep;
  const before = JSON.stringify(typedIn(form));
  const kept = sessionStorage.getItem(key);
  if (kept && kept !== before && !form.dataset.refused) offer(form, JSON.parse(kept), key);
  let changed = false;
  form.addEventListener('input', () => {
    changed = true;
    sessionStorage.setItem(key, JSON.stringify(typedIn(form)));
  });
  form.addEventListener('submit', () => {
    changed = false;
    sessionStorage.setItem('qingfu-sent', key);
  });
  addEventListener('beforeunload', (event) => { if (changed) event.preventDefault(); });
}

function offer(form, typed, key) {
  const line = document.createElement('p');
  line.className = 'notice';
  line.setAttribute('role', 'status');
  line.append(words.unsaved, ' ');
  for (const [text, act] of [[words.restore, () => { fill(form, typed); form.dispatchEvent(new Event('input')); }],
    [words.discard, () => sessionStorage.removeItem(key)]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'second';
    button.textContent = text;
    button.addEventListener('click', () => { act(); line.remove(); });
    line.append(button, ' ');
  }
  form.prepend(line);
}

function preview(form) {
  const place = document.getElementById('preview');
  if (!place) return;
  let timer, last = 0;
  const show = async () => {
    const turn = ++last;
    try {
      const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
      const response = await fetch(form.dataset.preview, { method: 'POST', body });
      const text = await response.text();
      if (turn === last && response.ok) place.innerHTML = text;
    } catch {
      if (turn === last) place.textContent = words.stale;
    }
  };
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(show, PAUSE_MS); });
  show();
}

function busy(form) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.busy) return event.preventDefault();
    form.dataset.busy = 'yes';
    const line = document.createElement('p');
    line.className = 'busy';
    line.setAttribute('role', 'status');
    line.textContent = words.busy;
    setTimeout(() => { if (form.dataset.busy) form.append(line); }, PAUSE_MS);
  });
  addEventListener('pageshow', () => { delete form.dataset.busy; form.querySelector('.busy')?.remove(); });
}

if (document.body.dataset.done) sessionStorage.removeItem(sessionStorage.getItem('qingfu-sent') ?? '');
for (const form of document.forms) {
  if (form.method !== 'post') continue;
  if (form.dataset.keep) keep(form);
  if (form.dataset.preview) preview(form);
  busy(form);
}
document.querySelector('.problems')?.scrollIntoView();
`;
