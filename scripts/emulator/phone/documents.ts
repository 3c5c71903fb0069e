/** The phone's two HTML documents: WeChat around, and the mini-program in a frame of its own within. */

/**
 * Nothing is fetched from elsewhere but images and fonts, and no text becomes code: the mini-program's templates come as
 * script files. Inline styles are the mini-program's.
 */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; font-src * data:; " +
    "connect-src 'self' data: blob: http://127.0.0.1:* http://localhost:*; frame-ancestors 'self'",
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

export const PHONE_HTML = `${head('信使 · 手机')}<link rel="stylesheet" href="shell.css">
<body><div id="phone"></div><script type="module" src="shell.js"></script></body>
</html>
`;

/** A frame, so that the mini-program's vw, `position: fixed` and dark mode are those of the phone's screen. */
export const MINI_PROGRAM_HTML = `${head('小程序')}<link rel="stylesheet" href="runtime.css">
<body><script src="runtime.js"></script><script src="program.js"></script></body>
</html>
`;
