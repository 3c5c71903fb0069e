/** What the capsule's three dots open. */
import { ConsoleStrip } from './consoleStrip';
import { EnvironmentPanel } from './environmentPanel';
import type { PhoneModel } from './phoneModel';
import { Sheet } from './sheet';
import { UserList } from './userList';
import './menu.css';

export function Menu({ phone }: { phone: PhoneModel }) {
  const { miniProgram } = phone.state;
  const close = () => phone.set({ menuOpen: false });
  return (
    <Sheet label="菜单" class="menu" onDismiss={close}>
      <div class="menu-group">
        {miniProgram?.canShare() && (
          <button
            type="button"
            onClick={() => {
              close();
              miniProgram.share();
            }}
          >
            转发给朋友
          </button>
        )}
        {miniProgram?.canPullDown() && (
          <button
            type="button"
            onClick={() => {
              close();
              miniProgram.pullDown();
            }}
          >
            下拉刷新
          </button>
        )}
        <button type="button" onClick={() => phone.open('notifications')}>
          服务通知
        </button>
        <button type="button" onClick={() => phone.open('settings')}>
          设置
        </button>
        <button type="button" onClick={() => phone.restart()}>
          重新进入小程序
        </button>
      </div>
      <div class="menu-group menu-users">
        <h2>换一个用户</h2>
        <UserList phone={phone} />
      </div>
      <div class="menu-group menu-environment">
        <EnvironmentPanel phone={phone} />
      </div>
      {phone.state.log.length > 0 && (
        <div class="menu-group menu-console">
          <ConsoleStrip phone={phone} />
        </div>
      )}
      <button type="button" class="menu-cancel" onClick={close}>
        取消
      </button>
    </Sheet>
  );
}
