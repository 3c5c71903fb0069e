/** What the mini-program's own code throws where the phone calls it: said in the console once, and told to its App. */

const THROWN = 'xinshi:thrown';

/** @param where `pages/a/a: onLoad`; what is called after this is called all the same, as in WeChat */
export function reportMistake(where: string, error: unknown): void {
  console.error(`${where}:`, error);
  // Over the document: the script of the cloud's database has a copy of this module.
  window.dispatchEvent(new CustomEvent(THROWN, { detail: error }));
}

/** `App.onError`: 小程序发生脚本错误或 API 调用报错时触发 (WeChat's documentation: reference/api/App). */
export function followMistakes(onError: (text: string) => void): void {
  let hearing = false;
  const hear = (text: string) => {
    // What `onError` itself throws is not told to it.
    if (hearing) return;
    hearing = true;
    onError(text);
    hearing = false;
  };
  window.addEventListener('error', ({ error, message }) => hear(textOf(error ?? message)));
  window.addEventListener(THROWN, (event) => hear(textOf((event as CustomEvent<unknown>).detail)));
}

const textOf = (error: unknown) =>
  error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
