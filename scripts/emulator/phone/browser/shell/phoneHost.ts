/** The phone as the mini-program's runtime sees it. */
import type { PhoneHost } from '../host';
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
    attach: (miniProgram) => phone.set({ miniProgram }),
    showSourceErrors: (sourceErrors) => phone.set({ sourceErrors }),
    setNavigationBar: (bar) => phone.set({ bar }),
    askToSubscribe: (rows, alwaysKeepOffered) =>
      new Promise((resolve) => {
        const answer = (decision: Parameters<typeof resolve>[0]) => {
          phone.set({ subscribing: undefined });
          resolve(decision);
        };
        phone.set({ subscribing: { rows, alwaysKeepOffered, answer }, toast: undefined });
      }),
    openSetting: () => phone.openUntilLeft('settings'),
    showToast(toast) {
      clearTimeout(toastTimer);
      phone.set({ toast });
      if (toast.duration !== undefined) toastTimer = window.setTimeout(hideToast, toast.duration);
    },
    hideToast,
    showModal: (modal) =>
      new Promise((resolve) => {
        const answer = (confirmed: boolean) => {
          phone.set({ modal: undefined });
          resolve(confirmed);
        };
        phone.set({ modal: { ...modal, answer } });
      }),
  };
}
