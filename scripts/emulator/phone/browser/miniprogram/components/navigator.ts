/** `<navigator>` (WeChat's documentation: component/navigator). */
import type { ComponentSpace } from 'glass-easel';
import { playRole } from './element';
import { pressable } from './pressed';

export interface Navigation {
  /** @throws Error as WeChat words it */
  go(openType: string, url: string, delta: number): Promise<void>;
}

/** What an `open-type` calls, where that has another name. */
const CALLS: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  exit: 'exitMiniProgram',
};

const HOVER = { hoverClass: 'navigator-hover', hoverStartTime: 50, hoverStayTime: 600 };

export function defineNavigator(space: ComponentSpace, navigation: Navigation) {
  return pressable(space, 'navigator', HOVER)
    .property('target', { type: String, value: 'self' })
    .property('url', String)
    .property('openType', { type: String, value: 'navigate' })
    .property('delta', { type: Number, value: 1 })
    .property('appId', String)
    .property('path', String)
    .property('extraData', null)
    .property('version', String)
    .property('shortLink', String)
    .init(({ self, lifetime }) => {
      lifetime('attached', () => playRole(self, 'link'));
      const go = async () => {
        const { target, openType, url, delta } = self.data;
        const call = CALLS[openType] ?? openType;
        try {
          if (target === 'miniProgram') throw new Error('the emulator has no other mini-program');
          await navigation.go(openType, url, delta);
          self.triggerEvent('success', { errMsg: `${call}:ok` });
        } catch (error) {
          const errMsg = `${call}:fail ${error instanceof Error ? error.message : String(error)}`;
          console.error(`<navigator url="${url}">: ${errMsg}`);
          self.triggerEvent('fail', { errMsg });
        }
        self.triggerEvent('complete', {});
      };
      self.addListener('tap', () => void go());
    })
    .registerComponent();
}
