import { z } from 'zod';
import type { Action, Command } from '../../chat/feature.ts';
import { asClick, textIn } from '../as-click.ts';
import { draftCourse, listCourses, showCourse } from './verbs/list-courses.ts';
import { saveCourse } from './verbs/save-course.ts';
import { withdrawCourse } from './verbs/withdraw-course.ts';
import { courseWords as words } from './words.ts';

export const courseCommands: Command[] = [
  { words: words.command, help: words.help, where: 'private', run: listCourses },
  { words: [words.add], help: '', where: 'private', roles: ['liaison', 'coordinator'], run: draftCourse },
];

const nothing = z.object({});
const ids = z.object({ number: z.string().min(1), revision: z.number().int() });
const saving = z.object({ unit: z.string(), number: z.string(), revision: z.number().int() });

export const courseActions: Record<string, Action> = {
  'course-list': { value: nothing, run: (ctx) => asClick(listCourses(ctx)) },
  'course-new': { value: nothing, run: (ctx) => asClick(draftCourse(ctx)) },
  'course-pick': {
    value: nothing,
    run: (ctx, { form }) => asClick(showCourse(ctx, { number: textIn(form, 'number'), step: 'open' })),
  },
  'course-edit': {
    value: ids,
    run: (ctx, { value }) => asClick(showCourse(ctx, { number: ids.parse(value).number, step: 'edit' })),
  },
  'course-ask': {
    value: ids,
    run: (ctx, { value }) => asClick(showCourse(ctx, { number: ids.parse(value).number, step: 'withdraw' })),
  },
  'course-save': {
    value: saving,
    run: (ctx, { value, form }) => saveCourse(ctx, { ...saving.parse(value), form }),
  },
  'course-withdraw': {
    value: ids,
    run: (ctx, { value, form }) => withdrawCourse(ctx, { ...ids.parse(value), form }),
  },
};
