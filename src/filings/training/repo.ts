import { asc, eq, gte } from 'drizzle-orm';
import { trainingCourse } from '../../../db/schema/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../store/db.ts';
import type { Places } from '../places.ts';
import { meets, type Viewer } from '../rules/visibility.ts';

export type CourseRow = typeof trainingCourse.$inferSelect;

/** Courses that have not ended, the one that closes first on top. */
export async function findCourses(db: Db, today: Day): Promise<CourseRow[]> {
  return db
    .select()
    .from(trainingCourse)
    .where(gte(trainingCourse.endDay, today))
    .orderBy(asc(trainingCourse.closingDay), asc(trainingCourse.number));
}

export async function findCourse(db: Db, number: string): Promise<CourseRow | undefined> {
  const [row] = await db.select().from(trainingCourse).where(eq(trainingCourse.number, number));
  return row;
}

/** Whom a course is for: the units named, else every unit of the organiser's level; the city's reach every county. */
export function isFor(places: Places, viewer: Viewer, row: CourseRow): boolean {
  const organisers = places.successions.now(row.organiser);
  if (meets(organisers, viewer.own) || meets(organisers, viewer.level)) return true;
  if (row.targets.length > 0) return meets(places.successions.all(row.targets), viewer.own);
  const county = places.find(organisers[0] ?? '')?.county ?? '';
  return county === '' || [...viewer.own].some((code) => places.find(code)?.county === county);
}
