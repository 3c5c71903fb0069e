/** What WeChat allows in a tap alone, and which callbacks are part of one (WeChat's documentation: framework/view/tap). */
import type { TapGesture } from '../events/gesture';
import { WxFailure, wxCall } from './call';

/** @throws {WxFailure} when no tap is being handled */
export function onlyInTap(gesture: TapGesture): void {
  if (!gesture.active) throw new WxFailure('can only be invoked by user TAP gesture.');
}

/** Makes calls that the user answers by a tap: `success` is part of that tap, and `complete` after it. */
export const answeredByTap =
  (gesture: TapGesture): typeof wxCall =>
  (name, run) =>
    wxCall(name, run, () => (tell, succeeded) => (succeeded ? gesture.during(tell) : tell()));

/** Makes calls that pass a tap on: the callbacks of one that is made in a tap are part of it. */
export const continuesTap =
  (gesture: TapGesture): typeof wxCall =>
  (name, run) =>
    wxCall(name, run, () => (gesture.active ? (tell) => gesture.during(tell) : (tell) => tell()));
