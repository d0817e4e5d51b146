/** @jsxImportSource hono/jsx/dom */
import { render } from 'hono/jsx/dom';
import { start } from './actions.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<App />, root);
void start();
