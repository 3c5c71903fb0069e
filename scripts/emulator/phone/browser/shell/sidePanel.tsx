/** Beside the phone, where there is room: what this is, and whose phone. */
import type { PhoneModel } from './phoneModel';
import { UserList } from './userList';
import './sidePanel.css';

export function SidePanel({ phone }: { phone: PhoneModel }) {
  return (
    <aside class="side-panel">
      <h1>信使</h1>
      <p>
        这台手机运行你的小程序源码；改动保存后会自动刷新。调用、推送和日志在<a href="/console/">控制台</a>。
      </p>
      <h2>用户</h2>
      <UserList phone={phone} />
    </aside>
  );
}
