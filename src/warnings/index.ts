import type { Feature } from '../chat/feature.ts';
import { actions } from './actions.ts';
import { commands } from './commands.ts';
import { jobs } from './jobs.ts';
import { sheets } from './sheets.ts';
import { readTodo } from './todo.ts';
import { featureTitle } from './words.ts';

export const warnings: Feature = {
  name: 'warnings',
  title: featureTitle,
  commands,
  actions,
  jobs,
  todo: readTodo,
  sheets,
};
