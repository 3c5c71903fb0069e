/** The phone's two HTML documents: WeChat around, and the mini-program in a frame of its own within. */

/**
 * Nothing is fetched from elsewhere but images, films, sounds and fonts, and no text becomes code: the mini-program's
 * templates come as script files. Inline styles are the mini-program's; `wx.request` and sockets reach this machine.
 */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; font-src * data: blob:; " +
    "media-src * data: blob:; connect-src 'self' data: blob: http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* " +
    "ws://localhost:*; frame-ancestors 'self'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

const head = (title: string) => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title}</title>
`;

/** What is drawn before the phone's style sheet is there, in the colours of its desk (browser/shell/look.css). */
const STARTING = `<style>
body { margin: 0; background: #dfe3e1 }
.starting { position: fixed; inset: 0; margin: auto; width: 390px; height: min(844px, 100vh - 40px); border-radius: 44px;
  background: #ededed; color: #5c5c5c; font: 15px/100vh system-ui, sans-serif; text-align: center; overflow: hidden }
@media (width <= 500px) { .starting { width: auto; height: auto; border-radius: 0 } }
@media (prefers-color-scheme: dark) { body { background: #060606 } .starting { background: #111; color: #a0a0a0 } }
</style>
<div id="phone"><p class="starting">正在启动…</p></div>`;

/** The style sheet comes after what needs none of it: a style sheet in the head would keep all from being drawn. */
export const PHONE_HTML = `${head('信使 · 手机')}<body>${STARTING}
<link rel="stylesheet" href="shell.css">
<script type="module" src="shell.js"></script></body>
</html>
`;

/** A frame, so that the mini-program's vw, `position: fixed` and dark mode are those of the phone's screen. */
export const MINI_PROGRAM_HTML = `${head('小程序')}<link rel="stylesheet" href="runtime.css">
<body><script src="runtime.js"></script><script src="program.js"></script></body>
</html>
`;
