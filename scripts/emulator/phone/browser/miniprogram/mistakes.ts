/** What the mini-program's own code throws where the phone calls it: said in the console once, and told to its App. */

const THROWN = 'xinshi:thrown';

/** The document's window; the tests that load this file have no types of a browser. */
const scope = globalThis as unknown as EventTarget;

/** @param where `pages/a/a: onLoad`; what is called after this is called all the same, as in WeChat */
export function reportMistake(where: string, error: unknown): void {
  console.error(`${where}:`, error);
  // Over the document: the script of the cloud's database has a copy of this module.
  scope.dispatchEvent(Object.assign(new Event(THROWN), { error }));
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
  for (const type of ['error', THROWN]) {
    scope.addEventListener(type, (event) => {
      const { error, message } = event as Event & { error: unknown; message?: string };
      hear(textOf(error ?? message));
    });
  }
}

const textOf = (error: unknown) =>
  error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
