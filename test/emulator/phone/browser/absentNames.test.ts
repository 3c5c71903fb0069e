/** Holds the list of what this phone has not against WeChat's own types; test/browser/runtimeCalls.test.ts the phone itself. */
import {
  ABSENT_CALLS,
  ABSENT_OBJECTS,
  NEVER_HAPPENS,
} from '../../../../scripts/emulator/phone/browser/miniprogram/wx/absentNames';
import { WECHAT_NAMES } from '../../../weChatNames';

const absent = [...Object.values(ABSENT_CALLS), ...Object.values(ABSENT_OBJECTS)].flat();
const listeners = NEVER_HAPPENS.map((event) => `on${event}`);

/** Newer than the types. */
const NEWER = ['getChatForwardMaterials'];

describe('what the phone has not', () => {
  it('is in WeChat, and named once', () => {
    const names = [...absent, ...listeners];
    expect(names.filter((name) => !WECHAT_NAMES.has(name) && !NEWER.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
