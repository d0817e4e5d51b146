/** @jsxImportSource hono/jsx/dom */
import { ButtonElement } from './button.tsx';
import { Chart } from './chart.tsx';
import { Checker } from './checker.tsx';
import { Columns } from './columns.tsx';
import { Container } from './container.tsx';
import { DateField } from './date-field.tsx';
import { Form } from './form.tsx';
import type { FormState } from './form-state.ts';
import { Input } from './input.tsx';
import { type Node, nodes, type Place, str, words } from './node.ts';
import { Overflow } from './overflow.tsx';
import { Panel } from './panel.tsx';
import { Person, PersonList } from './person.tsx';
import { Picture, PictureGroup } from './picture.tsx';
import { Select } from './select.tsx';
import { margin } from './style.ts';
import { Table } from './table.tsx';
import { Div, MarkdownElement } from './text.tsx';
import { Trouble } from './trouble.tsx';

/** Where an element stands: in which card, and in which form, if any. */
export interface At {
  place: Place;
  form?: FormState;
}

export interface ElementProps {
  element: Node;
  at: At;
  /** Words standing right before it: the label of a field that cannot have one. */
  before?: string;
}

export function Elements({ elements, at }: { elements: unknown; at: At }) {
  const all = nodes(elements);
  return (
    <>
      {all.map((element, i) => (
        <Element key={`${i} ${str(element['tag'])}`} element={element} at={at} before={spoken(all[i - 1])} />
      ))}
    </>
  );
}

function spoken(element: Node | undefined): string {
  const text = str(element?.['tag']) === 'div' ? words(element?.['text']) : str(element?.['content']);
  return text.replaceAll('*', '').replace(/[：:\s]+$/, '');
}

function Element({ element, at, before = '' }: ElementProps) {
  const tag = str(element['tag']);
  switch (tag) {
    case 'markdown':
      return <MarkdownElement element={element} place={at.place} />;
    case 'div':
      return <Div element={element} place={at.place} />;
    case 'hr':
      return <hr class="rule" style={margin(element)} />;
    case 'img':
      return <Picture element={element} />;
    case 'img_combination':
      return <PictureGroup element={element} />;
    case 'person':
      return <Person element={element} place={at.place} />;
    case 'person_list':
      return <PersonList element={element} place={at.place} />;
    case 'chart':
      return <Chart element={element} dark={at.place.dark} />;
    case 'table':
      return <Table element={element} place={at.place} />;
    case 'column_set':
      return <Columns element={element} at={at} />;
    case 'form':
      return <Form element={element} at={at} />;
    case 'interactive_container':
      return <Container element={element} at={at} />;
    case 'collapsible_panel':
      return <Panel element={element} at={at} />;
    case 'input':
      return <Input element={element} at={at} />;
    case 'button':
      return <ButtonElement element={element} at={at} />;
    case 'select_static':
    case 'multi_select_static':
    case 'select_person':
    case 'multi_select_person':
      return <Select element={element} at={at} before={before} />;
    case 'date_picker':
    case 'picker_time':
    case 'picker_datetime':
      return <DateField element={element} at={at} before={before} />;
    case 'checker':
      return <Checker element={element} at={at} />;
    case 'overflow':
      return <Overflow element={element} at={at} />;
    default:
      return <Trouble text={`不认识的组件 “${tag || '没有 tag'}”，真实平台会拒收这张卡片。`} />;
  }
}
