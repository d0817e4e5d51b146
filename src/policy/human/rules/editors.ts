import type { Tier } from '../../../kernel/actor.ts';
import { ANY_OFFICE, BOTH_OFFICES, OFFICE_LEVEL, OFFICE_NAMES, OFFICE_SEPARATOR } from './lexicon-offices.ts';

/** A post of 政策编辑. */
export interface Editor {
  openId: string;
  /** Name of the unit. */
  unit: string;
  tier: Tier;
  /** Empty at city level. */
  county: string;
}

/**
 * The editors a question belongs to. Those whose unit is the responsible office come before all others, and the asker's
 * own county before the city; where no office fits, it is everybody of the level. Editors of other counties never.
 */
export function editorsFor(
  editors: readonly Editor[],
  { office, county }: { office: string; county: string },
): Editor[] {
  const levels = [...new Set([county, ''])].map((level) =>
    editors.filter((editor) => editor.county === level),
  );
  const responsible = levels.map((level) => level.filter((editor) => answersFor(editor, office)));
  return eachOnce([...responsible, ...levels].find((found) => found.length > 0) ?? []);
}

/** Each person once, however many posts they hold. */
function eachOnce(editors: readonly Editor[]): Editor[] {
  const seen = new Map(editors.map((editor) => [editor.openId, editor]));
  return [...seen.values()];
}

/** Is this unit the office that an entry names (`人社局、组织部`, `两办`, `市委组织部`)? */
export function answersFor(unit: Pick<Editor, 'unit' | 'tier'>, office: string): boolean {
  return office
    .split(OFFICE_SEPARATOR)
    .map((name) => name.trim())
    .some((name) => name !== '' && isOffice(unit, name));
}

function isOffice({ unit, tier }: Pick<Editor, 'unit' | 'tier'>, name: string): boolean {
  if (name === BOTH_OFFICES) return tier === 'office';
  if (unit.includes(name)) return true;
  const plain = name.replace(OFFICE_LEVEL, '');
  if (ANY_OFFICE.test(plain)) return false;
  return [plain, ...(OFFICE_NAMES[plain] ?? [])].some((full) => unit.includes(full));
}
