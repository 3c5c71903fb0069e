/** The `wx` object. */
import { cloudApi } from './cloud';
import { interfaceApi } from './interface';
import { navigationApi } from './navigation';
import type { WxParts } from './parts';
import { settingApi } from './setting';
import { subscribeApi } from './subscribe';
import { systemApi } from './system';

export function createWx(parts: WxParts): object {
  return reportAbsent('wx', {
    cloud: reportAbsent('wx.cloud', cloudApi(parts)),
    ...interfaceApi(parts),
    ...navigationApi(parts),
    ...settingApi(parts),
    ...subscribeApi(parts),
    ...systemApi(parts),
  });
}

/** Names in the console what a mini-program asks for and this phone does not have. */
function reportAbsent<T extends object>(name: string, api: T): T {
  const reported = new Set<string | symbol>();
  return new Proxy(api, {
    get(target, property) {
      if (typeof property === 'string' && !(property in target) && !reported.has(property)) {
        reported.add(property);
        console.error(`${name}.${property} is not on this phone yet`);
      }
      return Reflect.get(target, property);
    },
  });
}
