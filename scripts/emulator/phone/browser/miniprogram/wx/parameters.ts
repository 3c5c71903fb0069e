/** What WeChat's calls need to be given, and how they refuse what is none of it. */

type Kind = 'String' | 'Number' | 'Array';

/** Of the calls that are often given something else; required, and of this type (WeChat's documentation: api). */
const REQUIRED: Record<string, Record<string, Kind>> = {
  authorize: { scope: 'String' },
  connectSocket: { url: 'String' },
  downloadFile: { url: 'String' },
  getImageInfo: { src: 'String' },
  getStorage: { key: 'String' },
  makePhoneCall: { phoneNumber: 'String' },
  navigateTo: { url: 'String' },
  openLocation: { latitude: 'Number', longitude: 'Number' },
  previewImage: { urls: 'Array' },
  reLaunch: { url: 'String' },
  redirectTo: { url: 'String' },
  removeStorage: { key: 'String' },
  request: { url: 'String' },
  setClipboardData: { data: 'String' },
  setNavigationBarTitle: { title: 'String' },
  setStorage: { key: 'String' },
  setTabBarBadge: { index: 'Number', text: 'String' },
  showActionSheet: { itemList: 'Array' },
  showLoading: { title: 'String' },
  showToast: { title: 'String' },
  switchTab: { url: 'String' },
  uploadFile: { url: 'String', filePath: 'String', name: 'String' },
};

/**
 * Reported as `showToast:fail parameter error: parameter.title should be String instead of Undefined;`, with errno 1001
 * (framework/usability/PublicErrno).
 *
 * @returns what is wrong, in WeChat's words; undefined when nothing is
 */
export function wrongParameter(call: string, options: object): string | undefined {
  for (const [name, expected] of Object.entries(REQUIRED[call] ?? {})) {
    const given = kindOf((options as Record<string, unknown>)[name]);
    if (given !== expected) {
      return `parameter error: parameter.${name} should be ${expected} instead of ${given};`;
    }
  }
  return undefined;
}

/** `String`, `Undefined`, `Null`, … */
const kindOf = (value: unknown) => Object.prototype.toString.call(value).slice('[object '.length, -1);
