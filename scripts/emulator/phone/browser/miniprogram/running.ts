/** A mini-program that has started, as the phone around it uses it. */
import type { PhoneHost } from '../host';
import type { AppLifeCycle } from './appInstance';
import type { Connection } from './connection';
import type { TapGesture } from './events/gesture';
import { applyFontSize } from './fontSize';
import type { Program } from './pages/pageParts';
import type { PageStack } from './pages/pageStack';
import { parsePageUrl } from './pages/pageUrl';
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

/** @throws ModuleFailure when the module of the first page throws */
export async function runMiniProgram({
  program,
  host,
  app,
  pages,
  sharing,
  gesture,
  connection,
}: RunningParts): Promise<void> {
  const entry = program.app.entryPagePath ?? program.app.pages[0] ?? '';

  // From the root: in a page, an address without a slash would start from that page.
  const reLaunch = (url: string, openType?: 'appLaunch') =>
    pages.reLaunch(`/${url.replace(/^\//, '')}`, openType);
  /** A page that is not there goes to `onPageNotFound`; without that, to the entry page. */
  const openAbsent = (url: string, isEntryPage: boolean) => {
    const answered = app.tell('onPageNotFound', { ...parsePageUrl(url), isEntryPage });
    console.error(`page "${parsePageUrl(url).path}" is not found`);
    // An App that answers opens another page by itself, at once.
    if (pages.isEmpty()) return reLaunch(entry, 'appLaunch');
    return answered ? undefined : reLaunch(entry);
  };

  applyFontSize(host);
  const first = host.startAt ?? entry;
  const isThere = pages.has(first);
  // The first route of all: those that `onLaunch` asks for come after it (framework/app-service/route, appLaunch).
  const opened = isThere ? reLaunch(first, 'appLaunch') : undefined;
  app.launch(first, host.scene);
  await (isThere ? opened : openAbsent(first, true));
  host.attach({
    name: program.app.window?.navigationBarTitleText || '小程序',
    open(url, scene) {
      app.show(url, scene);
      void (pages.has(url) ? reLaunch(url) : openAbsent(url, false));
    },
    back() {
      if (pages.current().length > 1) void pages.navigateBack(1);
    },
    home: () => void reLaunch(entry),
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
      const tapped = { index: String(index), pagePath: tab.pagePath, text: tab.text };
      void pages
        .switchTab(`/${tab.pagePath}`)
        .then(() => gesture.during(() => pages.top()?.call('onTabItemTap', tapped)));
    },
    canShare: sharing.offered,
    share: sharing.share,
    networkChanged: connection.changed,
    fontSizeChanged: () => applyFontSize(host),
    canPullDown: () => pages.top()?.pullDown.allowed() === true,
    pullDown: () => pages.top()?.pullDown.start(),
  });
}
