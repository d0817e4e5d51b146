import { SelectField } from '../../components/filters.tsx';
import { kindPath } from './paths.ts';
import { standardWords as words } from './words.ts';

/** The way to a unit's own table. */
export function UnitChoice({ code, choices }: { code: string; choices: (readonly [string, string])[] }) {
  return (
    <form class="filters" method="get" action={kindPath(code)} aria-label={words.ownUnit}>
      <SelectField label={words.unit} name="unit" value="" options={choices} />
      <div class="filter-buttons">
        <button type="submit">{words.open}</button>
      </div>
    </form>
  );
}
