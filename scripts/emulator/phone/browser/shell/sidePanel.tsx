/** Beside the phone, where there is room: what this is, whose phone, and what surrounds it. */
import { ConsoleStrip } from './consoleStrip';
import { EnvironmentPanel } from './environmentPanel';
import type { PhoneModel } from './phoneModel';
import { UserList } from './userList';
import './sidePanel.css';

export function SidePanel({ phone }: { phone: PhoneModel }) {
  return (
    <aside class="side-panel" aria-label="手机之外">
      <h1>信使</h1>
      <p>
        这台手机运行你的小程序源码；改动保存后会自动刷新。调用、推送和日志在<a href="/console/">控制台</a>。
      </p>
      <h2>用户</h2>
      <UserList phone={phone} />
      <EnvironmentPanel phone={phone} />
      <ConsoleStrip phone={phone} />
    </aside>
  );
}
