/** Data that a mini-program keeps on the phone (WeChat's documentation: api/storage): each user's apart. */
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

/** Kilobytes: 所有数据存储上限为 10MB. */
const LIMIT_KB = 10_240;

interface KeyOptions {
  key: string;
}

interface DataOptions extends KeyOptions {
  data: unknown;
}

export function storageApi({ host }: WxParts) {
  const prefix = `xinshi ${host.openid} `;
  const { localStorage } = window;
  const keys = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));

  /** A missing key reads as '', as in WeChat. */
  const getStorageSync = (key: string): unknown => {
    const kept = localStorage.getItem(prefix + key);
    return kept === null ? '' : (JSON.parse(kept) as { data?: unknown }).data;
  };
  const setStorageSync = (key: string, data: unknown): void =>
    localStorage.setItem(prefix + key, JSON.stringify({ data }));
  const removeStorageSync = (key: string): void => localStorage.removeItem(prefix + key);
  const clearStorageSync = (): void => {
    for (const key of keys()) removeStorageSync(key);
  };
  const getStorageInfoSync = () => {
    const own = keys();
    const characters = own.reduce((sum, key) => sum + (localStorage.getItem(prefix + key)?.length ?? 0), 0);
    return { keys: own, currentSize: Math.ceil(characters / 1024), limitSize: LIMIT_KB };
  };
  return {
    getStorageSync,
    setStorageSync,
    removeStorageSync,
    clearStorageSync,
    getStorageInfoSync,
    batchSetStorageSync: (list: { key: string; value: unknown }[]) => {
      for (const { key, value } of list) setStorageSync(key, value);
    },
    batchGetStorageSync: (list: string[]) => list.map(getStorageSync),
    batchSetStorage: wxCall(
      'batchSetStorage',
      ({ kvList }: { kvList: { key: string; value: unknown }[] }) => {
        for (const { key, value } of kvList) setStorageSync(key, value);
      },
    ),
    batchGetStorage: wxCall('batchGetStorage', ({ keyList }: { keyList: string[] }) => ({
      dataList: keyList.map(getStorageSync),
    })),
    getStorage: wxCall('getStorage', ({ key }: KeyOptions) => {
      if (!keys().includes(key)) throw new WxFailure('data not found');
      return { data: getStorageSync(key) };
    }),
    setStorage: wxCall('setStorage', ({ key, data }: DataOptions) => setStorageSync(key, data)),
    removeStorage: wxCall('removeStorage', ({ key }: KeyOptions) => removeStorageSync(key)),
    clearStorage: wxCall('clearStorage', clearStorageSync),
    getStorageInfo: wxCall('getStorageInfo', getStorageInfoSync),
  };
}
