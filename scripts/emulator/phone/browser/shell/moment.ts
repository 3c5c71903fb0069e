/** Times as WeChat writes them. */

/** `15:01` today, `11月23日` before. */
export function shortTime(at: number): string {
  return isToday(at) ? clockTime(at) : day(at);
}

/** `15:01` today, `11月23日 15:01` before. */
export function longTime(at: number): string {
  return isToday(at) ? clockTime(at) : `${day(at)} ${clockTime(at)}`;
}

const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString();

const day = (at: number) => `${new Date(at).getMonth() + 1}月${new Date(at).getDate()}日`;

const clockTime = (at: number) =>
  new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
