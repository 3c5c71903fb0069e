/**
 * 我 → 设置 → 通用 → 字体大小, as WeChat has it on an iPhone of this width; the largest is that of 关怀模式 (WeChat's
 * documentation: miniprogram/design/elderly).
 */
export interface FontSize {
  label: string;
  /** Pixels: `fontSizeSetting`. */
  setting: number;
  /** Pixels: of the title in the navigation bar, which grows less. */
  bar: number;
  /** Pixels: of what is said in a chat, which grows more. */
  chat: number;
}

/** The size that all others are told by: `fontSizeScaleFactor` is 1. */
export const STANDARD: FontSize = { label: '标准', setting: 17, bar: 17, chat: 17 };

export const FONT_SIZES: FontSize[] = [
  STANDARD,
  { label: '大', setting: 19.5, bar: 20, chat: 19.5 },
  { label: '特大', setting: 22, bar: 20, chat: 25.5 },
  { label: '关怀模式', setting: 23.8, bar: 20, chat: 27.5 },
];

/** For the style sheets of WeChat's own screens. */
export const fontSizeStyle = ({ setting, bar, chat }: FontSize) => ({
  '--letters': String(setting / STANDARD.setting),
  '--bar-letters': `${bar}px`,
  '--chat-letters': `${chat}px`,
});
