/** `<navigator>` (WeChat's documentation: component/navigator). */
import type { ComponentSpace } from 'glass-easel';
import { playRole } from './element';
import { pressable } from './pressed';

export interface Navigation {
  /** @throws Error as WeChat words it */
  go(openType: string, url: string, delta: number): Promise<void>;
}

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
        try {
          if (target === 'miniProgram') throw new Error('the emulator has no other mini-program');
          await navigation.go(openType, url, delta);
          self.triggerEvent('success', { errMsg: `${openType}:ok` });
        } catch (error) {
          const errMsg = `${openType}:fail ${error instanceof Error ? error.message : String(error)}`;
          console.error(`<navigator url="${url}">: ${errMsg}`);
          self.triggerEvent('fail', { errMsg });
        }
        self.triggerEvent('complete', {});
      };
      self.addListener('tap', () => void go());
    })
    .registerComponent();
}
