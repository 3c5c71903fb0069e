/** The appid of the mini-program that this is. */
import { cloud } from './cloud';
import { Failure } from './result';
import { settings } from './settings';

/**
 * What WeChat says in the call's context, and else the setting: calls from outside of WeChat have no context.
 *
 * @throws Failure APPID_UNKNOWN when neither says it
 */
export function ownAppid(): string {
  const { APPID }: { APPID?: string } = cloud.getWXContext();
  const appid = APPID || settings.appid;
  if (appid !== undefined) return appid;
  throw new Failure('APPID_UNKNOWN');
}
