import { voice } from '../../../db/schema/index.ts';
import { readContact } from '../../chat/contact.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { forgetArrived } from '../../delivery/forgotten.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { sensitiveInComplaint } from '../../kernel/guard/sensitive.ts';
import { findUnits } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { announcedDay, announcements, subjectOf } from '../announce.ts';
import { findTold, findVoice } from '../repo.ts';
import { type Route, routeOf } from '../route.ts';
import type { VoiceKind } from '../rules/kind.ts';
import { barredWords, submitWords as words } from '../words.ts';

export interface VoiceInput {
  number: string;
  kind: VoiceKind;
  text: string;
  about: string;
  signed: boolean;
}

export interface Submitted {
  /** In words: who handles it. */
  desk: string;
}

/**
 * Takes in what somebody brings forward. Unsigned, not one value that is written tells who, nor when within the day;
 * that is why this leaves no audit. The number was drawn with the form: the same form twice is one.
 */
export async function submitVoice(ctx: Ctx, input: VoiceInput): Promise<Outcome<Submitted>> {
  const { db, actor } = ctx;
  if (actor.kind !== 'person') throw new AppError('forbidden', words.noDesk(''));
  const { number, kind, text, about, signed } = input;
  const barred = sensitiveInComplaint(`${text}\n${about}`);
  if (barred) throw new AppError('invalid', barredWords[barred]);
  const before = await findVoice(db, number);
  const whole = about === '' ? text : `${text}\n${words.about(about)}`;
  if (before && before.text !== whole) throw new AppError('conflict', words.again(number));
  const route = await routeOf(ctx, input);
  if (!route) throw new AppError('unavailable', words.noDesk(await phone(ctx)));
  if (signed && route.accused) throw new AppError('invalid', words.onlyAccused);
  const desk = await deskName(ctx, route);
  if (before) return outcome({ desk });
  const day = announcedDay(ctx);
  // The desk has its card of that day already: what comes later is on the list, and told of on the next workday.
  const told = (await findTold(db, day)).some((one) => subjectOf(one) === subjectOf(route));
  return outcome(
    { desk },
    {
      writes: [
        ...(signed ? [] : [forgetArrived(ctx, actor.openId)]),
        db.insert(voice).values({
          number,
          kind,
          text: whole,
          person: signed ? actor.openId : '',
          about: route.about,
          desk: route.desk,
          county: route.county,
          day: dayOf(ctx.now),
          announced: told ? '' : day,
        }),
      ],
      messages: told ? [] : announcements(route, day, route.handlers),
    },
  );
}

async function deskName({ db }: Ctx, { desk, county }: Route): Promise<string> {
  if (desk === 'admin') return words.desks.admin;
  const offices = (await findUnits(db)).filter((unit) => unit.tier === 'office' && unit.county === county);
  return words.desks.office(offices.map(({ name }) => name));
}

async function phone({ db }: Ctx): Promise<string> {
  return Object.values((await readContact(db)) ?? {})
    .filter((value) => value !== '')
    .join('，');
}
