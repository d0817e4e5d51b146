/** @jsxImportSource hono/jsx/dom */
import { useSyncExternalStore } from 'hono/jsx/dom';
import { ChatList } from './chat-list.tsx';
import { ConfirmDialog } from './confirm.tsx';
import { Drawer } from './drawer.tsx';
import { Guide } from './guide.tsx';
import { People } from './people.tsx';
import { getState, subscribe } from './store.ts';
import { Thread } from './thread.tsx';
import { ToastBox } from './toast-box.tsx';
import { TopBar } from './top-bar.tsx';

export function App() {
  const state = useSyncExternalStore(subscribe, getState);
  return (
    <div class="app" data-screen={state.screen} data-drawer={state.drawer ? 'open' : 'closed'}>
      <TopBar state={state} />
      <Guide
        steps={state.guide}
        open={state.guideOpen}
        step={state.step}
        started={state.started}
        moving={state.moving}
      />
      <div class="panes">
        <ChatList state={state} />
        <Thread state={state} />
        <div class="drawer-slot">{state.drawer ? <Drawer key="drawer" state={state} /> : null}</div>
      </div>
      <People state={state} />
      <ConfirmDialog question={state.question} />
      <ToastBox toast={state.toast} />
    </div>
  );
}
