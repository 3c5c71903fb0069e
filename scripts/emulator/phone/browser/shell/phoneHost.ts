/** The phone as the mini-program's runtime sees it. */
import type { ModalAnswer, PhoneHost, ScreenMeasures, SubscribeDecision } from '../host';
import type { PhoneModel } from './phoneModel';

export function createPhoneHost(phone: PhoneModel): PhoneHost {
  let toastTimer: number | undefined;
  const hideToast = () => {
    clearTimeout(toastTimer);
    phone.set({ toast: undefined });
  };
  return {
    get openid() {
      return phone.state.openid;
    },
    get startAt() {
      return phone.state.launch.startAt;
    },
    get scene() {
      return phone.state.launch.scene;
    },
    get appid() {
      return phone.state.appid;
    },
    attach: (miniProgram) => phone.set({ miniProgram }),
    showSourceErrors: (sourceErrors) => phone.set({ sourceErrors }),
    setNavigationBar: (bar) => phone.set({ bar }),
    navigationTitle: () => phone.state.bar.title,
    setTabBar: (tabBar) => phone.set({ tabBar }),
    screen: measureScreen,
    askToSubscribe: (rows, alwaysKeepOffered) =>
      phone.ask<SubscribeDecision>((answer) => ({
        subscribing: answer && { rows, alwaysKeepOffered, answer },
        toast: undefined,
      })),
    openSetting: () => phone.openUntilLeft('settings'),
    showToast(toast) {
      clearTimeout(toastTimer);
      phone.set({ toast });
      if (toast.duration !== undefined) toastTimer = window.setTimeout(hideToast, toast.duration);
    },
    hideToast,
    showModal: (modal) => phone.ask<ModalAnswer>((answer) => ({ modal: answer && { ...modal, answer } })),
    showActionSheet: (sheet) =>
      phone.ask<number | undefined>((answer) => ({ actionSheet: answer && { ...sheet, answer } })),
    openContact: async () => ({ path: '', query: {} }),
    showShareCard: (shareCard) => phone.set({ shareCard }),
    previewImages: (addresses, first) => phone.set({ preview: { addresses, first } }),
    log: (level, text) => phone.log(level, text),
  };
}

/** WeChat's status bar where the frame draws none: what many mini-programs leave room for. */
const CAPSULE_TOP = 50;

function measureScreen(): ScreenMeasures {
  const screen = document.querySelector('.phone')?.getBoundingClientRect();
  const capsule = document.querySelector('.mini-program .capsule')?.getBoundingClientRect();
  const statusBar = document.querySelector('.status-bar')?.getBoundingClientRect();
  const { left = 0, top = 0, width = window.innerWidth, height = window.innerHeight } = screen ?? {};
  return {
    width,
    height,
    statusBarHeight: statusBar?.height ?? 0,
    capsule: {
      left: (capsule?.left ?? width - 96) - left,
      top: (capsule?.top ?? CAPSULE_TOP) - top,
      width: capsule?.width || 88,
      height: capsule?.height || 32,
    },
  };
}
