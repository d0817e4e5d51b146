import type { ChecklistField, Field, FormBlock, InputField, Option } from '../chat/card.ts';
import { boxName } from '../chat/checklist.ts';
import { rich } from '../chat/rich.ts';
import { submitButton } from './card-buttons.ts';
import { type Element, type NextId, plain } from './card-parts.ts';
import { markdownOf } from './markdown.ts';
import { cardWords as words } from './words.ts';

const DEFAULT_LINES = 5;
const MAX_PLACEHOLDER = 100;

export function formElement(form: FormBlock, nextId: NextId): Element {
  return {
    tag: 'form',
    element_id: nextId(),
    name: form.name,
    direction: 'vertical',
    vertical_spacing: '8px',
    elements: [
      ...form.fields.flatMap((field) => fieldElements(field, nextId)),
      submitButton(form.submit, `${form.name}_submit`, nextId),
    ],
  };
}

function fieldElements(field: Field, nextId: NextId): Element[] {
  if (field.kind === 'input') return [inputElement(field, nextId)];
  if (field.kind === 'checklist') return checklistElements(field, nextId);
  // Only inputs have a label of their own.
  const label = { tag: 'div', element_id: nextId(), text: plain(field.label) };
  return [label, { ...chooser(field), element_id: nextId(), ...common(field) }];
}

function checklistElements(field: ChecklistField, nextId: NextId): Element[] {
  return [
    // Several lists stand below each other: their headings must be found at a glance.
    { tag: 'markdown', element_id: nextId(), content: markdownOf(rich`**${field.label}**`) },
    ...field.options.map(({ text, value }) => ({
      tag: 'checker',
      element_id: nextId(),
      name: boxName(field.name, value),
      text: plain(text),
      checked: field.values?.includes(value) ?? false,
    })),
  ];
}

function common(field: Exclude<Field, ChecklistField>): Element {
  return {
    name: field.name,
    required: field.required ?? false,
    width: 'fill',
    placeholder: plain(words.choose),
  };
}

function chooser(field: Exclude<Field, InputField | ChecklistField>): Element {
  if (field.kind === 'date') {
    return { tag: 'date_picker', ...(field.value && { initial_date: field.value }) };
  }
  const options = field.options.map(optionOf);
  if (field.kind === 'multi-select') {
    return { tag: 'multi_select_static', options, selected_values: field.values ?? [] };
  }
  const known = field.options.some((option) => option.value === field.value);
  return { tag: 'select_static', options, ...(known && { initial_option: field.value }) };
}

function inputElement(field: InputField, nextId: NextId): Element {
  const several = (field.lines ?? 1) > 1;
  return {
    tag: 'input',
    element_id: nextId(),
    name: field.name,
    input_type: several ? 'multiline_text' : 'text',
    ...(several && {
      rows: field.lines,
      auto_resize: true,
      max_rows: Math.max(field.lines ?? 0, DEFAULT_LINES),
    }),
    label: plain(field.label),
    label_position: 'top',
    required: field.required ?? false,
    width: 'fill',
    ...(field.hint && { placeholder: plain(field.hint.slice(0, MAX_PLACEHOLDER)) }),
    ...(field.value !== undefined && { default_value: field.value }),
    ...(field.maxLength !== undefined && { max_length: field.maxLength }),
  };
}

function optionOf(option: Option): Element {
  return { text: plain(option.text), value: option.value };
}
