/** What the emulator refuses a form with, in the console's language. */
import type { Fault } from '../../../contract';
import { FAULT_NAMES } from '../timeline/names';

const WORDS: [english: RegExp, chinese: string | ((match: RegExpExecArray) => string)][] = [
  [/must not be empty$/, '不能空着'],
  // Templates.
  [/1 to 64 letters/, '要 1 到 64 个字母、数字、_ 或 -'],
  [/letters and digits, such as thing1/, '要小写字母加数字，例如 thing1'],
  [/at least one field/, '至少要有一个字段'],
  [/two fields have the same key/, '有两个字段的 key 相同'],
  [/two templates have the same tmplId/, '有两个模板的 ID 相同'],
  // Users.
  [/^unionid: letters, digits, _ or -/, 'unionid 要 1 到 64 个字母、数字、_ 或 -'],
  // Message push.
  [/must be http:\/\/ or https:\/\/ on/, '只能是本机的地址：127.0.0.1、localhost 或 [::1]'],
  [/must answer GET with .* but answered (.*)$/s, ([, answer]) => `没有原样返回 echostr，返回的是 ${answer}`],
  [/^url: fetch failed(.*)$/, ([, why]) => `连不上这个地址${why}`],
  [/must be 43 letters and digits/, '要 43 个字母和数字'],
  [/must be wx and 16 letters or digits/, '要 wx 加 16 个小写字母或数字'],
  [/must be 3 to 32 letters and digits/, '要 3 到 32 个字母和数字'],
  [/two routes have the same msgType/, '有两条的消息类型和事件相同：一种推送只能到一个云函数'],
  // Faults.
  [
    /must be \*, or one of (.*)$/,
    ([, names = '']) => `没有这个接口；可以是 *、${names.replaceAll(', ', '、')}`,
  ],
  [/: (\S+) cannot be hit by \w+, only by (.*)$/, ([, api, kinds = '']) => `${api} 只会${namesOf(kinds)}`],
  [/errcode must be one of (.*)$/, ([, codes]) => `这里的 errcode 只能是 ${codes}`],
  [/has no text for this errcode/, '模拟器不认识这个 errcode'],
  // The database.
  [/^order\..*must be 1 or -1/, '排序只能是 1（升序）或 -1（降序）'],
  [/Table exist/, '已经有这个集合'],
  [/^Collection name is invalid/, '不能有 $，不能以 system. 或点开头、以点结尾，也不能有连着的点'],
  [/^Collection name is longer/, '太长'],
  [/E11000 duplicate key/, '已经有 _id 相同的文档'],
  [/no document with this _id any more/, '这个文档已经不在了'],
  // The journal.
  [/^The journal has no record/, '日志里已经没有这一条'],
];

/** Undefined for words that are not known here: then they stand as they are. */
export function inChinese(message: string): string | undefined {
  for (const [english, chinese] of WORDS) {
    const match = english.exec(message);
    if (match !== null) return typeof chinese === 'string' ? chinese : chinese(match);
  }
  return undefined;
}

const namesOf = (kinds: string) =>
  kinds
    .split(', ')
    .map((kind) => FAULT_NAMES[kind as Fault['kind']] ?? kind)
    .join('、');
