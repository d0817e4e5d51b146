import type { ClickResult, Press } from '../platform/types.ts';
import type { ClockState, Directory, GuideStep, MoveReport } from '../wire.ts';
import { get, post } from './api.ts';
import { follow } from './live.ts';
import { recall, remember } from './memory.ts';
import { markRead, restoreRead } from './read.ts';
import { getState, setState, type Toast } from './store.ts';

const GOOD_TOAST_MS = 3500;
const BAD_TOAST_MS = 7000;
let counter = 0;

/** One at a time, as in the client: what was said before is no longer true. */
export function toast(tone: Toast['tone'], text: string): void {
  const id = ++counter;
  setState({ toast: { id, tone, text } });
  const bad = tone === 'error' || tone === 'warning';
  setTimeout(() => dismissToast(id), bad ? BAD_TOAST_MS : GOOD_TOAST_MS);
}

export function dismissToast(id: number): void {
  if (getState().toast?.id === id) setState({ toast: undefined });
}

/** Runs something that may fail; failures are shown, and give `undefined`. */
async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    toast('error', error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

export async function start(): Promise<void> {
  restoreRead();
  const theme = recall('theme') as 'light' | 'dark' | undefined;
  applyTheme(theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);
  setState({ guideOpen: (recall('guide') as boolean | undefined) ?? true });
  await attempt(async () => {
    const [directory, guide] = await Promise.all([
      get<Directory>('/api/people'),
      get<GuideStep[]>('/api/guide'),
    ]);
    setState({ directory, guide, clock: await get('/api/clock') });
  });
  const asked = new URLSearchParams(location.search).get('as');
  const known = (id: string | null | undefined) =>
    getState().directory.people.find((person) => person.openId === id)?.openId;
  if (asked && !known(asked)) toast('warning', `没有找到 ${asked}，请在名单里选一个人。`);
  const me = known(asked) ?? (asked ? undefined : known(recall('me') as string | undefined));
  if (me) await choosePerson(me);
  else setState({ picker: true });
}

export function applyTheme(dark: boolean): void {
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  setState({ dark });
}

export function toggleTheme(): void {
  const dark = !getState().dark;
  remember('theme', dark ? 'dark' : 'light');
  applyTheme(dark);
}

export function toggleGuide(): void {
  const guideOpen = !getState().guideOpen;
  remember('guide', guideOpen);
  setState({ guideOpen });
}

export async function openPicker(): Promise<void> {
  setState({ picker: true });
  const directory = await attempt(() => get<Directory>('/api/people'));
  if (directory) setState({ directory });
}

/** Takes a seat and opens the private chat with the bot. */
export async function choosePerson(openId: string): Promise<void> {
  remember('me', openId);
  const before = (recall('recent') as string[] | undefined) ?? [];
  remember('recent', [openId, ...before.filter((id) => id !== openId)].slice(0, 4));
  history.replaceState(null, '', `?as=${encodeURIComponent(openId)}`);
  const same = getState().me === openId;
  setState({
    me: openId,
    picker: false,
    inspected: '',
    ...(same ? {} : { chats: [], chatId: '', loaded: false }),
  });
  if (!same) follow(openId);
  await openBotChat();
}

export async function openBotChat(): Promise<void> {
  const me = getState().me;
  setState({ screen: 'thread' });
  const answer = await attempt(() => post<{ chat_id: string }>('/api/open', { open_id: me }));
  if (answer && getState().me === me) chooseChat(answer.chat_id);
}

export function chooseChat(chatId: string): void {
  setState({ chatId, screen: 'thread' });
  markRead();
}

export function showList(): void {
  setState({ screen: 'list' });
}

/** False when it could not be sent: the text must stay in the box. */
export async function send(text: string): Promise<boolean> {
  const { me, chatId } = getState();
  return (await attempt(() => post('/api/say', { open_id: me, chat_id: chatId, text }))) !== undefined;
}

export async function attach(kind: 'picture' | 'file'): Promise<void> {
  const { me, chatId } = getState();
  const name = kind === 'file' ? '六月工作小结.docx' : undefined;
  await attempt(() => post('/api/attach', { open_id: me, chat_id: chatId, kind, name }));
}

export async function press(messageId: string, button: Press): Promise<ClickResult | undefined> {
  return shown(() =>
    post<ClickResult>('/api/click', { open_id: getState().me, message_id: messageId, button }),
  );
}

export async function submit(
  messageId: string,
  values: Record<string, unknown>,
  button: string,
): Promise<ClickResult | undefined> {
  const body = { open_id: getState().me, message_id: messageId, values, button };
  return shown(() => post<ClickResult>('/api/submit', body));
}

/** What the client says about callbacks that went wrong (`card.action.trigger`). */
const CODES: Record<number, string> = {
  200341: '机器人 3 秒内没有应答',
  200530: '卡片表单缺少组件名称',
  200550: '卡片里的图表有误',
  200671: '机器人应答异常',
  200672: '机器人的应答看不懂',
  200673: '机器人返回的卡片有误',
  200830: '卡片版本不一致',
};

async function shown(call: () => Promise<ClickResult>): Promise<ClickResult | undefined> {
  const result = await attempt(call);
  if (!result) return undefined;
  if (result.errorCode)
    toast('error', `${CODES[result.errorCode] ?? '操作没有成功'}，请稍后再试。（${result.errorCode}）`);
  else if (result.blocked) toast('warning', result.blocked);
  else if (result.toast) toast(result.toast.type, result.toast.content);
  return result;
}

export async function moveClock(to: number): Promise<boolean> {
  setState({ moving: true, report: undefined });
  const report = await attempt(() => post<MoveReport>('/clock', { now: new Date(to).toISOString() }));
  // The stream tells the time too, but there is none before somebody was chosen.
  await attempt(async () => {
    const [clock, directory] = await Promise.all([
      get<ClockState>('/api/clock'),
      get<Directory>('/api/people'),
    ]);
    setState({ clock, directory });
  });
  setState({ moving: false, report });
  return report !== undefined;
}

/** Who has opened the chat before is greeted before the work arrives, not after it. */
let greeted = false;
async function greetCast(): Promise<void> {
  if (greeted) return;
  greeted = true;
  const cast = new Set(getState().guide.map((step) => step.as));
  for (const openId of cast) await attempt(() => post('/api/open', { open_id: openId }));
}

/** Takes the seat of one step of the tour, at its moment. */
export async function startStep(index: number): Promise<void> {
  const step = getState().guide[index];
  if (!step) return;
  setState({ step: index });
  await greetCast();
  if (step.at && Date.parse(step.at) > getState().clock.now && !(await moveClock(Date.parse(step.at))))
    return;
  await choosePerson(step.as);
  setState({ started: index, draft: { text: step.say ?? '', nonce: ++counter } });
}

export function ask(title: string, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      setState({ question: undefined });
      resolve(yes);
    };
    setState({ question: { title, text, answer } });
  });
}

export function inspect(messageId: string): void {
  setState({ drawer: true, inspected: messageId });
}
