/** @jsxImportSource hono/jsx/dom */
import { openPicker, toggleGuide, toggleTheme } from './actions.ts';
import { Avatar } from './avatar.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type State, setState } from './store.ts';

export function TopBar({ state }: { state: State }) {
  const me = state.directory.people.find((person) => person.openId === state.me);
  return (
    <header class="top-bar">
      <div class="brand" aria-hidden="true">
        <Avatar id="bot" name="" kind="bot" />
        <span class="brand-name">
          {state.directory.bot.name || '轻负'}
          <small>聊天模拟器</small>
        </span>
      </div>
      <button
        type="button"
        class="seat"
        data-testid="person-switch"
        aria-haspopup="dialog"
        aria-label={me ? `当前身份：${me.name}，${me.title}。点击换人` : '选择一个人'}
        onClick={() => void openPicker()}
      >
        {me ? (
          <Avatar id={me.openId} name={me.name} />
        ) : (
          <span class="avatar avatar-none">
            <Icon name="person" />
          </span>
        )}
        <span class="seat-text">
          <strong>{me ? me.name : '选择一个人'}</strong>
          <small>{me ? me.title : '坐到他的位置上'}</small>
        </span>
        <Icon name="down" size={16} />
      </button>
      <span class="grow" />
      <ClockPanel clock={state.clock} moving={state.moving} report={state.report} />
      <Tool
        icon="compass"
        label="五分钟上手"
        pressed={state.guideOpen}
        test="guide-toggle"
        onPress={toggleGuide}
      />
      <Tool
        icon="code"
        label="开发者"
        pressed={state.drawer}
        test="drawer-toggle"
        onPress={() => setState({ drawer: !state.drawer })}
      />
      <Tool
        icon={state.dark ? 'sun' : 'moon'}
        label={state.dark ? '浅色' : '深色'}
        pressed={false}
        test="theme-toggle"
        onPress={toggleTheme}
      />
    </header>
  );
}

function Tool(props: { icon: IconName; label: string; pressed: boolean; test: string; onPress: () => void }) {
  return (
    <button
      type="button"
      class="tool"
      data-testid={props.test}
      aria-pressed={String(props.pressed)}
      aria-label={props.label}
      title={props.label}
      onClick={props.onPress}
    >
      <Icon name={props.icon} size={20} />
    </button>
  );
}
