/** A mini-program that has started, as the phone around it uses it. */
import type { PhoneHost } from '../host';
import type { AppLifeCycle } from './appInstance';
import type { Connection } from './connection';
import type { TapGesture } from './events/gesture';
import { applyFontSize } from './fontSize';
import type { PageStack } from './pages/pageStack';
import { parsePageUrl } from './pages/pageUrl';
import type { Program } from './pages/pageView';
import type { Sharing } from './sharing';

interface RunningParts {
  program: Program;
  host: PhoneHost;
  app: AppLifeCycle;
  pages: PageStack;
  sharing: Sharing;
  gesture: TapGesture;
  connection: Connection;
}

export function runMiniProgram({
  program,
  host,
  app,
  pages,
  sharing,
  gesture,
  connection,
}: RunningParts): void {
  const entry = program.app.entryPagePath ?? program.app.pages[0] ?? '';

  /** A page that is not there goes to `onPageNotFound`; without that, to the entry page. */
  const open = (url: string, isEntryPage: boolean) => {
    // From the root: in a page, an address without a slash would start from that page.
    if (pages.has(url)) return pages.reLaunch(`/${url.replace(/^\//, '')}`);
    const answered = app.tell('onPageNotFound', { ...parsePageUrl(url), isEntryPage });
    console.error(`page "${parsePageUrl(url).path}" is not found`);
    // An App that answers opens another page by itself, at once.
    if (!answered || pages.top() === undefined) pages.reLaunch(`/${entry}`);
  };

  applyFontSize(host);
  const first = host.startAt ?? entry;
  app.launch(first, host.scene);
  open(first, true);
  host.attach({
    name: program.app.window?.navigationBarTitleText || '小程序',
    open(url, scene) {
      app.show(url, scene);
      open(url, false);
    },
    back: () => pages.navigateBack(1),
    home: () => pages.reLaunch(`/${entry}`),
    hide() {
      pages.hide();
      app.tell('onHide');
    },
    show() {
      app.show(pages.top()?.url ?? entry, host.scene);
      pages.show();
    },
    tapTab(index) {
      const tab = program.app.tabBar?.list[index];
      if (tab === undefined) return;
      gesture.during(() => {
        pages.switchTab(`/${tab.pagePath}`);
        pages.top()?.call('onTabItemTap', { index: String(index), pagePath: tab.pagePath, text: tab.text });
      });
    },
    canShare: sharing.offered,
    share: sharing.share,
    networkChanged: connection.changed,
    fontSizeChanged: () => applyFontSize(host),
    canPullDown: () => pages.top()?.pullDown.allowed() === true,
    pullDown: () => pages.top()?.pullDown.start(),
  });
}
