import { demoCast, demoPeople } from './people.ts';

interface Seat {
  as: string;
  /** Name and post as shown. */
  who: string;
}

function seat(openId: string): Seat {
  const person = demoPeople().find((one) => one.openId === openId);
  return { as: openId, who: person ? `${person.title} ${person.name}` : '' };
}

/** The people, the question and the moments of the five-minute tour. */
export const demoGuide = {
  ask: { ...seat(demoCast.cadre), question: '乡镇工作补贴怎么发？' },
  /** The month's card goes out on the last workday at 9:10. */
  confirm: { ...seat(demoCast.liaison), at: '2026-06-30T09:30:00+08:00' },
  /** Monthly report and warnings come on the fifth workday. */
  warn: { ...seat(demoCast.cityCoordinator), at: '2026-07-07T10:10:00+08:00' },
  /** Seven days before the half year ends. */
  remind: { ...seat(demoCast.groupLiaison), at: '2026-06-23T09:30:00+08:00' },
};
