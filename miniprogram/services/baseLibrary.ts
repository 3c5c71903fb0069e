/** Which base library the user's WeChat has: what an API can do depends on it. */

/** @returns its version, `3.8.12`; '' where WeChat does not say */
export function baseLibrary(): string {
  // wx.getAppBaseInfo is there from 2.20.1 on; wx.getSystemInfoSync in every version.
  const { SDKVersion } =
    typeof wx.getAppBaseInfo === 'function' ? wx.getAppBaseInfo() : wx.getSystemInfoSync();
  return SDKVersion ?? '';
}

/** Compares part by part: 2.10.0 is later than 2.9.5. A version that is not known passes as the latest. */
export function isAtLeast(wanted: string, version = baseLibrary()): boolean {
  if (version === '') return true;
  const parts = version.split('.').map(Number);
  for (const [index, part] of wanted.split('.').map(Number).entries()) {
    const has = parts[index] ?? 0;
    if (has !== part) return has > part;
  }
  return true;
}
