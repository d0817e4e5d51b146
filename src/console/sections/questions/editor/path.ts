import { questionPath } from '../list.tsx';

export const editPath = (number: string) => `${questionPath(number)}/edit`;
