/** The whole phone: its frame, the screens that are open, and what lies over them. */
import { ActionSheetView } from './actionSheetView';
import { Banner } from './banner';
import { ChatScreen } from './chatScreen';
import { ChatsScreen } from './chatsScreen';
import { fontSizeStyle } from './fontSizes';
import { useKeyboard } from './keyboard';
import { Menu } from './menu';
import { MiniProgramScreen } from './miniProgramScreen';
import { ModalDialog } from './modalDialog';
import { NotificationsScreen } from './notificationsScreen';
import type { PhoneModel } from './phoneModel';
import { PreviewView } from './previewView';
import { SettingsScreen } from './settingsScreen';
import { ShareCardView } from './shareCardView';
import { SidePanel } from './sidePanel';
import { StatusBar } from './statusBar';
import { SubscribePanel } from './subscribePanel';
import { ToastView } from './toastView';
import './phone.css';

export function Phone({ phone }: { phone: PhoneModel }) {
  const { state, screen } = phone;
  useKeyboard();
  const name = state.miniProgram?.name ?? '小程序';
  return (
    <main class="desk">
      <div
        class={`phone ${screen === 'miniProgram' ? `bar-${state.bar.textStyle}` : ''}`}
        style={fontSizeStyle(state.fontSize)}
      >
        <StatusBar now={phone.now} network={state.network} />
        <ChatsScreen phone={phone} />
        {state.openid !== '' && <MiniProgramScreen phone={phone} visible={screen === 'miniProgram'} />}
        {screen === 'notifications' && <NotificationsScreen phone={phone} />}
        {screen === 'settings' && <SettingsScreen phone={phone} />}
        {screen === 'chat' && <ChatScreen phone={phone} />}
        {state.menuOpen && <Menu phone={phone} />}
        {state.subscribing && <SubscribePanel asking={state.subscribing} name={name} />}
        {state.actionSheet && (
          // Another question, another dialog.
          <ActionSheetView key={state.actionSheet.answer} asking={state.actionSheet} />
        )}
        {state.shareCard && <ShareCardView card={state.shareCard} phone={phone} />}
        {state.modal && <ModalDialog key={state.modal.answer} asking={state.modal} />}
        {state.toast && <ToastView toast={state.toast} />}
        {state.preview && (
          <PreviewView {...state.preview} onClose={() => phone.set({ preview: undefined })} />
        )}
        <div role="status">
          {state.banner && (
            <Banner
              banner={state.banner}
              name={name}
              onOpen={() => phone.openBanner()}
              onHold={(isHeld) => phone.holdBanner(isHeld)}
            />
          )}
        </div>
        {state.trouble && (
          <div class="trouble" role="alert">
            <p>{state.trouble}</p>
            <button type="button" onClick={() => phone.set({ trouble: undefined })}>
              知道了
            </button>
          </div>
        )}
      </div>
      <SidePanel phone={phone} />
    </main>
  );
}
