/** What buttons with `open-type` do, by the phone around and by the same calls as `wx`. */
import type { GeneralComponent } from 'glass-easel';
import type { OpenTypes } from '../components/openType';
import { fileAddress } from '../files';
import { chooseFiles } from './chooseFiles';
import type { WxParts } from './parts';
import { readSetting } from './setting';
import { userApi } from './user';

export function openTypes(parts: WxParts, share: (button: GeneralComponent) => void): OpenTypes {
  const { host, pages, connection } = parts;
  const { getUserInfo } = userApi(parts);
  return {
    share,
    contact: ({ sessionFrom, card }) =>
      host.openContact({
        sessionFrom,
        card: card && { ...card, image: card.image && fileAddress(card.image) },
      }),
    async openSetting() {
      await host.openSetting();
      return readSetting(connection.client, host.openid, false);
    },
    getUserInfo: async () => (await getUserInfo()) ?? {},
    async chooseAvatar() {
      const [file] = await chooseFiles({ accept: 'image/*', count: 1 });
      if (file === undefined) throw 'cancel';
      return { avatarUrl: file.path };
    },
    currentPage: () => ({ url: pages.top()?.url ?? '', title: host.navigationTitle() }),
  };
}
