/** Data that a mini-program keeps on the phone (WeChat's documentation: api/storage): each user's apart. */
import { storagePrefix } from '../../storageOfUsers';
import { failureText, WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

/** Kilobytes: 所有数据存储上限为 10MB. A browser keeps less, and refuses earlier. */
const LIMIT_KB = 10_240;

/** Characters of a key and its value: 单个 key 允许存储的最大数据长度为 1MB. */
const ENTRY_LIMIT = 1024 * 1024;

/** The words of WeChat's client for Android, as its published code has them. */
const TOO_LONG = ':entry size limit reached';
const FULL = ':quota reached';

interface KeyOptions {
  key: string;
}

interface DataOptions extends KeyOptions {
  data: unknown;
}

export function storageApi({ host }: WxParts) {
  const prefix = storagePrefix(host.appid, host.openid);
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
  /** @throws WxFailure when WeChat, or the browser, keeps no more */
  const keep = (key: string, data: unknown): void => {
    const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? '');
    if (key.length + text.length > ENTRY_LIMIT) throw new WxFailure(TOO_LONG);
    try {
      localStorage.setItem(prefix + key, JSON.stringify({ data }));
    } catch {
      throw new WxFailure(FULL);
    }
  };
  const setStorageSync = (key: string, data: unknown): void =>
    throwing('setStorageSync', () => keep(key, data));
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
    batchSetStorageSync: (list: { key: string; value: unknown }[]) =>
      throwing('batchSetStorageSync', () => {
        for (const { key, value } of list) keep(key, value);
      }),
    batchGetStorageSync: (list: string[]) => list.map(getStorageSync),
    batchSetStorage: wxCall(
      'batchSetStorage',
      ({ kvList }: { kvList: { key: string; value: unknown }[] }) => {
        for (const { key, value } of kvList) keep(key, value);
      },
    ),
    batchGetStorage: wxCall('batchGetStorage', ({ keyList }: { keyList: string[] }) => ({
      dataList: keyList.map(getStorageSync),
    })),
    getStorage: wxCall('getStorage', ({ key }: KeyOptions) => {
      if (!keys().includes(key)) throw new WxFailure('data not found');
      return { data: getStorageSync(key) };
    }),
    setStorage: wxCall('setStorage', ({ key, data }: DataOptions) => keep(key, data)),
    removeStorage: wxCall('removeStorage', ({ key }: KeyOptions) => removeStorageSync(key)),
    clearStorage: wxCall('clearStorage', clearStorageSync),
    getStorageInfo: wxCall('getStorageInfo', getStorageInfoSync),
  };
}

/** A call that answers at once throws what another one tells its `fail`. */
function throwing(name: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    throw error instanceof WxFailure ? new Error(failureText(name, error.reason)) : error;
  }
}
