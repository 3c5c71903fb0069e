import { listeners } from '../../../../../../scripts/emulator/phone/browser/miniprogram/wx/listeners';

describe('listeners', () => {
  it('are told until they are taken away: one, or all', () => {
    const { on, off, tell } = listeners<string>();
    const heard: string[] = [];
    const first = (text: string) => heard.push(`first ${text}`);
    on(first);
    on((text) => heard.push(`second ${text}`));
    tell('a');
    off(first);
    tell('b');
    off();
    tell('c');
    expect(heard).toEqual(['first a', 'second a', 'second b']);
  });
});
