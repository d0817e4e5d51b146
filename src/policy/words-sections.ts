import { rich } from '../chat/rich.ts';

const NUMERALS = ['一', '二', '三'];

export const sectionWords = {
  title: (count: number) => `您问了${['', '一', '两', '三'][count] ?? count}件事，逐条回答`,
  heading: (place: number, title: string) => rich`**${NUMERALS[place] ?? String(place + 1)}、${title}**`,
  left: (count: number) => `一次最多答三件；后面 ${count} 件请再发一条。`,
};
