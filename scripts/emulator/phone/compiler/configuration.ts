/** app.json, a page's or component's JSON, and theme.json: the parts that the phone reads. */
import * as v from 'valibot';

const text = v.exactOptional(v.string());
/** Older mini-programs write it as a text. */
const flag = v.exactOptional(
  v.pipe(
    v.union([v.boolean(), v.picklist(['true', 'false'])]),
    v.transform((value) => value === true || value === 'true'),
  ),
);

const windowEntries = {
  navigationBarTitleText: text,
  navigationBarBackgroundColor: text,
  navigationBarTextStyle: text,
  navigationStyle: text,
  backgroundColor: text,
  backgroundColorContent: text,
  backgroundTextStyle: text,
  enablePullDownRefresh: flag,
  onReachBottomDistance: v.exactOptional(v.number()),
  disableScroll: flag,
};

const usingComponents = v.optional(v.record(v.string(), v.string()), {});

const subpackages = v.optional(v.array(v.object({ root: v.string(), pages: v.array(v.string()) })), []);

const TabBarJson = v.object({
  color: text,
  selectedColor: text,
  backgroundColor: text,
  borderStyle: text,
  position: text,
  custom: flag,
  list: v.array(
    v.object({
      pagePath: v.string(),
      text: v.optional(v.string(), ''),
      iconPath: text,
      selectedIconPath: text,
    }),
  ),
});

export const AppJson = v.object({
  pages: v.pipe(v.array(v.string()), v.minLength(1, 'app.json names no page')),
  subPackages: subpackages,
  subpackages,
  entryPagePath: text,
  window: v.exactOptional(v.object(windowEntries)),
  tabBar: v.exactOptional(TabBarJson),
  darkmode: flag,
  style: text,
  themeLocation: v.optional(v.string(), 'theme.json'),
  usingComponents,
  resolveAlias: v.exactOptional(v.record(v.string(), v.string())),
});

export const ComponentJson = v.object({
  ...windowEntries,
  component: flag,
  styleIsolation: text,
  addGlobalClass: flag,
  usingComponents,
  componentGenerics: v.exactOptional(
    v.record(v.string(), v.union([v.literal(true), v.object({ default: v.exactOptional(v.string()) })])),
  ),
  componentPlaceholder: v.exactOptional(v.record(v.string(), v.string())),
  pureDataPattern: text,
});

export const emptyComponentJson = () => v.parse(ComponentJson, {});

const theme = v.optional(v.record(v.string(), v.string()), {});
export const ThemeJson = v.object({ light: theme, dark: theme });
