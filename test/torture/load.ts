import { sleep } from '../../src/main/system.ts';
import { ClientRefusal } from '../../src/simulator/platform/client/refusal.ts';
import type { ClickResult, MessageView } from '../../src/simulator/platform/types.ts';
import { fromBot, read } from './chats.ts';
import { askers, liaisons, type Town } from './town.ts';

/** What people did, as they would tell it: the checks compare it with what they got and with what is stored. */
export interface Diary {
  /** open_id → how often they asked something. */
  asked: Map<string, number>;
  /** Texts of words about burdens whose form was sent, at least once. */
  voiced: Set<string>;
  /** Unit → figure of documents that its liaison typed in. */
  typed: Map<string, number>;
  /** Units whose liaison was told that the month is settled. */
  confirmed: Set<string>;
}

export interface Load {
  diary: Diary;
  /** Everybody finishes what they are about; nobody begins anything new. */
  stop(): Promise<void>;
}

const QUESTIONS = [
  '乡补最低多少钱一个月',
  '今天天气怎么样',
  '容错免责要什么条件',
  '村干部报酬几年涨一次',
  '会议开到几点',
];

/** Title of the month's card, and not of a reminder of it. */
export const CARD = /^6月发文会议统计/m;
const BUTTON = '确认无误';

/** One question in this time by everybody together. */
const PACE_MS = 120;
const PATIENCE_MS = 300;
const VOICED_BY = 6;

/** Cadres who ask, liaisons who settle their month, some who say what burdens them: until they are stopped. */
export function begin({ platform }: Town, dice: () => number): Load {
  const diary: Diary = { asked: new Map(), voiced: new Set(), typed: new Map(), confirmed: new Set() };
  const day = new AbortController();
  const isOver = () => day.signal.aborted;
  const lives = [
    ask(),
    ...liaisons.map(({ openId, unit }, i) => settleMonth(openId, unit, i)),
    ...askers.slice(-VOICED_BY).map((openId) => speak(openId)),
  ];
  return {
    diary,
    async stop() {
      day.abort();
      await Promise.all(lives);
    },
  };

  async function ask(): Promise<void> {
    const asking = askers.slice(0, -VOICED_BY);
    const sent: Promise<unknown>[] = [];
    for (let n = 0; !isOver(); n++) {
      const openId = asking[n % asking.length] ?? '';
      diary.asked.set(openId, (diary.asked.get(openId) ?? 0) + 1);
      sent.push(platform.users.say(openId, QUESTIONS[Math.floor(dice() * QUESTIONS.length)] ?? ''));
      await sleep(PACE_MS);
    }
    await Promise.all(sent);
  }

  /** Waits for the card; one in three changes a number, one in four is nervous and clicks twice. */
  async function settleMonth(openId: string, unit: string, i: number): Promise<void> {
    const newest = () => fromBot(platform, openId).findLast((message) => CARD.test(read(message)));
    while (!isOver() && !newest()) await sleep(PATIENCE_MS);
    // Not all at once: there is to be work at every moment of the run.
    for (let wait = dice() * i * 1000; !isOver() && wait > 0; wait -= PATIENCE_MS) await sleep(PATIENCE_MS);
    if (i % 3 === 0) {
      const figure = 40 + i;
      await until(
        newest,
        (card) =>
          read(card).includes('[修改]')
            ? platform.users.click(openId, card.id, '修改')
            : platform.users.submit(openId, card.id, { 发文: String(figure) }).then((result) => {
                if (isDone(result)) diary.typed.set(unit, figure);
                return result;
              }),
        (card) => !/\[修改\]|发文：/.test(read(card)),
      );
    } else {
      await until(
        newest,
        async (card) => {
          const press = () => platform.users.click(openId, card.id, BUTTON);
          const [first] = await Promise.all(i % 4 === 0 ? [press(), press().catch(() => ({}))] : [press()]);
          return first ?? {};
        },
        (card) => !read(card).includes(`[${BUTTON}]`),
      );
    }
    const card = newest();
    if (card && /已确认|已报/.test(read(card))) diary.confirmed.add(unit);
  }

  async function speak(openId: string): Promise<void> {
    for (let n = 0; !isOver(); n++) {
      const said = `第${n + 1}次：同一张表报了两处（${openId.slice(-4)}）`;
      const before = fromBot(platform, openId).length;
      diary.asked.set(openId, (diary.asked.get(openId) ?? 0) + 1);
      await platform.users.say(openId, '减负反馈');
      const form = () => fromBot(platform, openId).slice(before).at(-1);
      for (let wait = 0; !isOver() && !form() && wait < 60; wait++) await sleep(PATIENCE_MS);
      if (!form()) continue;
      diary.voiced.add(said);
      await until(
        form,
        (card) => platform.users.submit(openId, card.id, { 内容: said }),
        (card) => !read(card).includes('[提交]'),
      );
      await sleep(3000);
    }
  }

  /** A person goes on clicking until the card shows that it is done; the run's end does not stop a begun thing. */
  async function until(
    newest: () => MessageView | undefined,
    act: (card: MessageView) => Promise<ClickResult>,
    isSettled: (card: MessageView) => boolean,
  ): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      const card = newest();
      if (!card) return;
      if (isSettled(card)) return;
      await act(card).catch((error: unknown) => {
        // Another of their clicks has replaced the card meanwhile.
        if (!(error instanceof ClientRefusal)) throw error;
      });
      await sleep(PATIENCE_MS);
    }
  }
}

function isDone({ errorCode, toast, blocked }: ClickResult): boolean {
  return errorCode === undefined && blocked === undefined && toast?.type !== 'error';
}
