/** What the groups of `wx` calls work with. */
import type { PhoneHost } from '../../host';
import type { AppLifeCycle } from '../appInstance';
import type { Connection } from '../connection';
import type { TapGesture } from '../events/gesture';
import type { Program } from '../pages/pageParts';
import type { PageStack } from '../pages/pageStack';
import type { RouteEvents } from '../pages/routeEvents';
import type { TabBarControl } from '../pages/tabBar';
import type { NavigationBarControl } from '../pages/windowLook';
import type { Sharing } from '../sharing';

export interface WxParts {
  program: Program;
  host: PhoneHost;
  app: AppLifeCycle;
  pages: PageStack;
  routeEvents: RouteEvents;
  navigationBar: NavigationBarControl;
  tabBar: TabBarControl;
  gesture: TapGesture;
  connection: Connection;
  sharing: Sharing;
}
