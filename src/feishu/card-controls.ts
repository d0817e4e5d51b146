import {
  anyObject,
  boolean,
  integer,
  list,
  matching,
  object,
  oneOf,
  padding,
  size,
  string,
  uniqueName,
} from './card-attributes.ts';
import { behaviors, confirm, icon, multiUrl, plainText, text } from './card-texts.ts';
import { type Check, type Component, isObject, report } from './card-walk.ts';

/** What all of them take. */
const control: Record<string, Check> = {
  name: uniqueName,
  required: boolean,
  disabled: boolean,
  disabled_tips: plainText,
  width: size(['default', 'fill', 'auto'], 100),
  confirm,
  behaviors,
};

const placeholder: Check = (value, path, walk) => {
  plainText(value, path, walk);
  if (isObject(value) && typeof value.content === 'string' && value.content.length > 100)
    report(walk, path, 'longer than 100 characters');
};

const select: Record<string, Check> = { ...control, type: oneOf('default', 'text'), placeholder };

/** Options whose values tell them apart. */
function options(attributes: Record<string, Check>, required: readonly string[]): Check {
  const each = list(object(attributes, required));
  return (value, path, walk) => {
    each(value, path, walk);
    const values = (Array.isArray(value) ? value : []).map((option) => option?.value);
    if (new Set(values).size < values.length) report(walk, path, 'option values are not unique');
  };
}

const textOptions = options({ text: plainText, icon, value: string() }, ['text', 'value']);
const personOptions = options({ value: string() }, ['value']);

function picker(attribute: string, format: RegExp, needsPlaceholder: boolean): Component {
  return {
    attributes: {
      ...control,
      placeholder,
      value: anyObject,
      [attribute]: matching(format, 'a date or time in the documented form'),
    },
    control: true,
    also(element, path, walk) {
      if (needsPlaceholder && element[attribute] === undefined && element.placeholder === undefined)
        report(walk, path, 'a placeholder is needed without an initial value');
    },
  };
}

export const CONTROLS: Record<string, Component> = {
  input: {
    attributes: {
      ...control,
      input_type: oneOf('text', 'multiline_text', 'password'),
      placeholder,
      default_value: string(1000),
      label: plainText,
      label_position: oneOf('top', 'left'),
      max_length: integer(1, 1000),
      rows: integer(1, 100),
      auto_resize: boolean,
      max_rows: integer(1, 100),
      show_icon: boolean,
      value: anyObject,
    },
    control: true,
  },
  button: {
    attributes: {
      ...control,
      text: plainText,
      type: oneOf(
        'default',
        'primary',
        'danger',
        'text',
        'primary_text',
        'danger_text',
        'primary_filled',
        'danger_filled',
        'laser',
      ),
      size: oneOf('tiny', 'small', 'medium', 'large'),
      icon,
      hover_tips: plainText,
      form_action_type: oneOf('submit', 'reset'),
    },
    control: true,
    also({ form_action_type: action }, path, walk) {
      if (action === undefined) return;
      if (!walk.within.includes('form')) report(walk, `${path}.form_action_type`, 'outside a form');
      if (action === 'submit') walk.submitButtons++;
    },
  },
  select_static: {
    attributes: {
      ...select,
      options: textOptions,
      initial_option: string(),
      initial_index: integer(0, 1000),
    },
    control: true,
  },
  multi_select_static: {
    attributes: { ...select, options: textOptions, selected_values: list(string()) },
    only: 'form',
    control: true,
  },
  select_person: {
    attributes: { ...select, options: personOptions, initial_option: string() },
    control: true,
  },
  multi_select_person: {
    attributes: { ...select, options: personOptions, selected_values: list(string()) },
    only: 'form',
    control: true,
  },
  date_picker: picker('initial_date', /^\d{4}-\d{2}-\d{2}$/, false),
  picker_time: picker('initial_time', /^\d{2}:\d{2}$/, true),
  picker_datetime: picker('initial_datetime', /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, true),
  checker: {
    attributes: {
      ...control,
      text: text('plain_text', 'lark_md'),
      checked: boolean,
      overall_checkable: boolean,
      button_area: object({
        pc_display_rule: oneOf('always', 'on_hover'),
        buttons: list((value, path, walk) => walk.component(value, path, walk), 3),
      }),
      checked_style: object({
        show_strikethrough: boolean,
        opacity: (value, path, walk) => {
          if (typeof value !== 'number' || value < 0 || value > 1) report(walk, path, 'not between 0 and 1');
        },
      }),
      padding,
      hover_tips: plainText,
    },
    control: true,
  },
  overflow: {
    attributes: {
      ...control,
      options: options({ text: plainText, value: string(), multi_url: multiUrl }, ['text']),
      value: anyObject,
    },
    required: ['options'],
    control: true,
  },
  select_img: {
    attributes: {
      ...control,
      options: options(
        {
          img_key: string(),
          value: string(),
          disabled: boolean,
          disabled_tips: plainText,
          hover_tips: plainText,
        },
        ['img_key'],
      ),
      multi_select: boolean,
      layout: oneOf('stretch', 'bisect', 'trisect'),
      can_preview: boolean,
      aspect_ratio: oneOf('1:1', '4:3', '16:9'),
      value: anyObject,
    },
    required: ['options'],
    control: true,
    also(element, path, walk) {
      if (element.multi_select === true && !walk.within.includes('form'))
        report(walk, path, 'several can be chosen in a form only');
    },
  },
};
