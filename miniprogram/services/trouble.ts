/** Why an API of WeChat that needs the user's consent did not do it, in a line for the one who holds the phone. */

/** WeChat's errno (its documentation: framework/user-privacy/PrivacyAuthorize). */
const PRIVACY_REFUSED = 104;
const PRIVACY_UNDECLARED = 112;

/** @returns '' when the user closed it himself, which WeChat reports as a failure */
export function troubleOf(failure: unknown): string {
  const { errMsg = '', errno } = (failure ?? {}) as { errMsg?: string; errno?: number };
  if (/cancel/i.test(errMsg)) return '';
  if (errno === PRIVACY_REFUSED) return '同意隐私保护指引后才能这样做';
  if (errno === PRIVACY_UNDECLARED) return '小程序的隐私保护指引里还没有声明，请联系开发者';
  return `没有成功：${errMsg.replace(/^\w+:fail:?\s*/, '') || '微信没有说明原因'}`;
}
