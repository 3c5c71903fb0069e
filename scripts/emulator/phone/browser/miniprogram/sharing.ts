/** Forwarding a page (WeChat's documentation: reference/api/Page#onShareAppMessage, wx.hideShareMenu). */
import type { GeneralComponent } from 'glass-easel';
import type { PhoneHost } from '../host';
import { fileAddress } from './files';
import { reportMistake } from './mistakes';
import type { PageStack } from './pages/pageStack';
import type { PageView } from './pages/pageView';

export interface Sharing {
  /** Whether the page on top offers it in the menu. */
  offered(): boolean;
  /** From the menu. */
  share(): void;
  /** From a button with `open-type="share"`. */
  shareFrom(button: GeneralComponent): void;
  /** Whether the menu offers it for the page on top, whatever functions that has: `wx.showShareMenu` does so too. */
  offer(isOffered: boolean): void;
}

interface SharedCard {
  title?: string;
  path?: string;
  imageUrl?: string;
  promise?: Promise<SharedCard>;
}

/** 如果三秒内不 resolve，分享会使用上面传入的默认参数. */
const PROMISE_MS = 3_000;

export function createSharing(host: PhoneHost, pages: PageStack): Sharing {
  const offers = new WeakMap<PageView, boolean>();
  const share = async (from: 'menu' | 'button', target?: object) => {
    const page = pages.top();
    if (page === undefined) return;
    const answer = page.call('onShareAppMessage', { from, target, webViewUrl: undefined }) as
      | SharedCard
      | undefined;
    const promised = answer?.promise && (await inTime(answer.promise));
    const { title, path, imageUrl } = promised ?? answer ?? {};
    host.showShareCard({
      title: title ?? host.navigationTitle(),
      path: path ?? page.url,
      image: imageUrl === undefined ? '' : fileAddress(imageUrl),
    });
  };
  return {
    offered() {
      const page = pages.top();
      if (page === undefined) return false;
      return offers.get(page) ?? typeof page.instance['onShareAppMessage'] === 'function';
    },
    share: () => void share('menu'),
    shareFrom: (button) => void share('button', { id: button.id, dataset: button.dataset }),
    offer(isOffered) {
      const page = pages.top();
      if (page !== undefined) offers.set(page, isOffered);
    },
  };
}

/** The promise's card stands for all that was given before; undefined when there is none. */
function inTime(promise: Promise<SharedCard>): Promise<SharedCard | undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, PROMISE_MS);
    promise.then(resolve, (error: unknown) => {
      reportMistake('onShareAppMessage: promise', error);
      resolve(undefined);
    });
  });
}
