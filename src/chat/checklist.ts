import type { ChecklistField } from './card.ts';

/** Name of one box in the submitted form. */
export function boxName(field: string, value: string): string {
  return `${field}.${value}`;
}

/** Values of the boxes that were ticked, in the order of the list; whatever arrives, nothing is thrown. */
export function ticked(
  form: Readonly<Record<string, unknown>>,
  { name, options }: Pick<ChecklistField, 'name' | 'options'>,
): string[] {
  // Clients are only seen to send a boolean; its text costs nothing to understand.
  const isTicked = (box: unknown) => box === true || box === 'true';
  return options
    .map(({ value }) => value)
    .filter((value) => Object.hasOwn(form, boxName(name, value)) && isTicked(form[boxName(name, value)]));
}
