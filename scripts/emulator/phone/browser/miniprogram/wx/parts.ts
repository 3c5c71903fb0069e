/** What the groups of `wx` calls work with. */
import type { PhoneHost } from '../../host';
import type { TapGesture } from '../gesture';
import type { PageStack } from '../pageStack';
import type { NavigationBarControl } from '../windowLook';

export interface WxParts {
  host: PhoneHost;
  pages: PageStack;
  navigationBar: NavigationBarControl;
  gesture: TapGesture;
  /** app.json's `darkmode`. */
  darkmode: boolean;
}
