/** The `wx` object. */
import type { GeneralComponent } from 'glass-easel';
import type { Navigation } from '../components/navigator';
import type { OpenTypes } from '../components/openType';
import { absentApi, reportAbsent } from './absent';
import { appApi } from './app';
import { audioApi } from './audio';
import { canIUse } from './canIUse';
import { canvasApi } from './canvas';
import { clipboardApi } from './clipboard';
import { cloudApi } from './cloud';
import { deviceApi } from './device';
import { filesApi } from './files';
import { interfaceApi } from './interface';
import { locationApi } from './location';
import { mediaApi } from './media';
import { navigateBy, navigationApi } from './navigation';
import { networkApi } from './network';
import { nodesApi } from './nodes';
import { openTypes } from './openTypes';
import type { WxParts } from './parts';
import { quietApi } from './quiet';
import { settingApi } from './setting';
import { shareApi } from './share';
import { socketApi } from './socket';
import { storageApi } from './storage';
import { subscribeApi } from './subscribe';
import { systemApi } from './system';
import { tabBarApi } from './tabBar';
import { userApi } from './user';
import { windowApi } from './window';
import { createWorker } from './worker';

export interface Wx {
  api: object;
  /** What `<navigator>` does. */
  navigation: Navigation;
  /** What buttons with `open-type` do. */
  openTypes(share: (button: GeneralComponent) => void): OpenTypes;
}

export function createWx(parts: WxParts): Wx {
  const setting = settingApi(parts);
  const api: Record<string, unknown> = {
    ...quietApi(),
    ...appApi(parts),
    ...audioApi(),
    ...canvasApi(parts),
    ...clipboardApi(parts),
    ...deviceApi(parts),
    ...filesApi(),
    ...interfaceApi(parts),
    ...locationApi(parts),
    ...mediaApi(parts),
    ...navigationApi(parts),
    ...networkApi(parts),
    ...nodesApi(parts),
    ...setting,
    ...shareApi(parts),
    ...socketApi(parts),
    ...storageApi(parts),
    ...subscribeApi(parts),
    ...systemApi(parts),
    ...tabBarApi(parts),
    ...userApi(parts),
    ...windowApi(parts),
    cloud: reportAbsent('wx.cloud', cloudApi(parts)),
  };
  api['createWorker'] = (path: string) => createWorker(parts.program, path);
  api['canIUse'] = (schema: string) => canIUse(api, schema);
  return {
    api: reportAbsent('wx', { ...absentApi(), ...api }),
    navigation: navigateBy(parts),
    openTypes: (share) => openTypes(parts, share),
  };
}
