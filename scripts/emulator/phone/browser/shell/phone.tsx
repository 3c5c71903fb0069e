/** The whole phone: its frame, the screens that are open, and what lies over them. */
import { Banner } from './banner';
import { ChatsScreen } from './chatsScreen';
import { Menu } from './menu';
import { MiniProgramScreen } from './miniProgramScreen';
import { ModalDialog } from './modalDialog';
import { NotificationsScreen } from './notificationsScreen';
import type { PhoneModel } from './phoneModel';
import { SettingsScreen } from './settingsScreen';
import { SidePanel } from './sidePanel';
import { StatusBar } from './statusBar';
import { SubscribePanel } from './subscribePanel';
import { ToastView } from './toastView';
import './phone.css';

export function Phone({ phone }: { phone: PhoneModel }) {
  const { state, screen } = phone;
  return (
    <main class="desk">
      <div class={`phone ${screen === 'miniProgram' ? `bar-${state.bar.textStyle}` : ''}`}>
        <StatusBar />
        <ChatsScreen phone={phone} />
        {state.openid !== '' && <MiniProgramScreen phone={phone} visible={screen === 'miniProgram'} />}
        {screen === 'notifications' && <NotificationsScreen phone={phone} />}
        {screen === 'settings' && <SettingsScreen phone={phone} />}
        {state.menuOpen && <Menu phone={phone} />}
        {state.subscribing && (
          <SubscribePanel asking={state.subscribing} name={state.miniProgram?.name ?? '小程序'} />
        )}
        {state.modal && <ModalDialog asking={state.modal} />}
        {state.toast && <ToastView toast={state.toast} />}
        {state.banner && <Banner notification={state.banner} onOpen={() => phone.open('notifications')} />}
        {state.trouble && (
          <p class="trouble" role="alert">
            {state.trouble}
          </p>
        )}
      </div>
      <SidePanel phone={phone} />
    </main>
  );
}
