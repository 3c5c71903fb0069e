/** The console's HTML document and what it may do. */

/** Nothing is fetched from elsewhere, no text becomes code or style, and no page may frame it. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** A seal: the first character of 信使 on the accent's ground. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' fill='%23245f52'/%3E%3Cpath d='M8 10h16v12H8zM8 10l8 7 8-7' fill='none' stroke='white' stroke-width='2' stroke-linejoin='round'/%3E%3C/svg%3E";

export const consoleHtml = ({ hasPhone }: { hasPhone: boolean }): string => `<!doctype html>
<html lang="zh-CN" data-phone="${hasPhone}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${ICON}">
<title>信使 · 控制台</title>
<link rel="stylesheet" href="console.css">
<body><div id="console"></div><script src="console.js"></script></body>
</html>
`;
