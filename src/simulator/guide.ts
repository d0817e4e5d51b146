import type { GuideStep } from './wire.ts';

interface Seat {
  /** open_id of the person. */
  as: string;
  /** Name and post as shown. */
  who: string;
}

/** The people, the question and the moments of the five-minute tour, known only to whoever built the data. */
export interface GuideCast {
  ask: Seat & { question: string };
  confirm: Seat & { at: string };
  warn: Seat & { at: string };
  remind: Seat & { at: string };
}

/** All words of the tour stand here. Steps come in the order of their moments, as time only moves forward. */
export function guideSteps(cast: GuideCast): GuideStep[] {
  const steps: GuideStep[] = [
    {
      id: 'ask',
      title: '问一句',
      story: `您坐到${cast.ask.who}的位置上，问题已经填好，按回车发出。`,
      as: cast.ask.as,
      say: cast.ask.question,
      look: ['答复写明依据文件、文号和日期', '没有把握的问题不硬答，会告诉您找谁'],
    },
    {
      id: 'confirm',
      title: '点一下',
      story: `月末到了，${cast.confirm.who}收到一张已经填好的卡片。`,
      as: cast.confirm.as,
      at: cast.confirm.at,
      look: ['数字来自登记，对就点“确认无误”', '不对点“修改”，填错会逐条说明，已填的不会丢'],
    },
    {
      id: 'warn',
      title: '看预警',
      story: `数报齐了，${cast.warn.who}收到反弹提醒。`,
      as: cast.warn.as,
      at: cast.warn.at,
      look: ['先说结论，点“怎么算的”看公式、数字和那条线', '没到线的只显示、不打扰'],
    },
    {
      id: 'remind',
      title: '记一笔',
      story: `半年期限快到了，${cast.remind.who}收到走访提醒。`,
      as: cast.remind.as,
      at: cast.remind.at,
      look: ['只列还没走访的联系点', '去过就点一下，做完不再提醒'],
    },
  ];
  return steps.toSorted((a, b) => momentOf(a) - momentOf(b));
}

function momentOf(step: GuideStep): number {
  return step.at ? Date.parse(step.at) : 0;
}
