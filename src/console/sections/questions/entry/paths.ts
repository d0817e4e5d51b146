import { questionPath } from '../list.tsx';

export const comparePath = (number: string, from: number, to: number) =>
  `${questionPath(number)}/compare?from=${from}&to=${to}`;

export const reviewPath = (number: string) => `${questionPath(number)}/review`;
