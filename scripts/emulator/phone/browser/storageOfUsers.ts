/** Where in the browser's storage lies what mini-programs keep on the phone: of each mini-program and user apart. */
const OURS = 'xinshi ';

/** What the browser's keys begin with. */
export const storagePrefix = (appid: string, openid: string): string => `${OURS}${appid} ${openid} `;

/** Of all users: the emulator has begun anew, and knows no token that was kept. */
export function forgetStorage(): void {
  const { localStorage } = window;
  for (const key of Object.keys(localStorage)) if (key.startsWith(OURS)) localStorage.removeItem(key);
}
