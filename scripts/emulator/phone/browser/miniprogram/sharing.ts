/** Forwarding a page: `onShareAppMessage` (WeChat's documentation: reference/api/Page#onShareAppMessage). */
import type { GeneralComponent } from 'glass-easel';
import type { PhoneHost } from '../host';
import { fileAddress } from './files';
import type { PageStack } from './pages/pageStack';

export interface Sharing {
  /** Whether the page on top offers it in the menu. */
  offered(): boolean;
  /** From the menu. */
  share(): void;
  /** From a button with `open-type="share"`. */
  shareFrom(button: GeneralComponent): void;
}

interface SharedCard {
  title?: string;
  path?: string;
  imageUrl?: string;
  promise?: Promise<SharedCard>;
}

export function createSharing(host: PhoneHost, pages: PageStack): Sharing {
  const share = async (from: 'menu' | 'button', target?: object) => {
    const page = pages.top();
    if (page === undefined) return;
    const answer = page.call('onShareAppMessage', { from, target, webViewUrl: undefined }) as
      | SharedCard
      | undefined;
    const { title, path, imageUrl } = { ...answer, ...(await answer?.promise) };
    host.showShareCard({
      title: title ?? host.navigationTitle(),
      path: path ?? page.url,
      image: imageUrl === undefined ? '' : fileAddress(imageUrl),
    });
  };
  return {
    offered: () => typeof pages.top()?.instance['onShareAppMessage'] === 'function',
    share: () => void share('menu'),
    shareFrom: (button) => void share('button', { id: button.id, dataset: button.dataset }),
  };
}
