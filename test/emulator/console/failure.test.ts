/** What the console says of a failure: the code's meaning and the way out, the developer's own part of a stack. */
import { inChinese } from '../../../scripts/emulator/console/browser/emulator/refusals';
import { explanationOf } from '../../../scripts/emulator/console/browser/timeline/explain';
import { ownStack } from '../../../scripts/emulator/console/browser/timeline/ownStack';
import type { CallRecord } from '../../../scripts/emulator/contract';
import { call, push, timeline } from './records';

const crash = (message: string): Partial<CallRecord> => ({
  error: { code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002, message },
});

describe('a failure', () => {
  it.each<[string, Partial<CallRecord>, string]>([
    ['a number of WeChat’s', { kind: 'https', response: { errcode: 43101 } }, '43101 NOT_SUBSCRIBED'],
    ['a code of this project’s', { response: { ok: false, error: { code: 'NOT_ALLOWED' } } }, 'NOT_ALLOWED'],
    ['a number of CloudBase’s', crash('TypeError: x'), '-504002 FUNCTION_FAILED'],
    [
      'a number of WeChat’s that the function let through',
      crash(
        'Error: errCode: 43101  | errMsg: openapi.subscribeMessage.send:fail user refuse\n    at f (a.js:1)',
      ),
      '43101 NOT_SUBSCRIBED',
    ],
    [
      'a number of the database’s that the function let through',
      crash('Error: collection.get:fail -502005 database collection not exists.'),
      '-502005',
    ],
    [
      'a limit of CloudBase’s',
      { error: { code: 'RESPONSE_TOO_LARGE', errCode: -604001, message: '' } },
      'RESPONSE_TOO_LARGE',
    ],
  ])('with %s is explained', (_what, fields, code) => {
    const [entry] = timeline([call('1', fields)]);
    expect(entry && explanationOf(entry)).toMatchObject({ code, remedy: expect.stringMatching(/./) });
  });

  it('of a push is that of the function which took it last', () => {
    const attempts = [
      { startedAt: 1, durationMs: 5, requestId: 'r2', error: 'x' },
      { startedAt: 2, durationMs: 5, requestId: 'r3', error: 'x' },
    ];
    const calls = [
      call('2', crash('TypeError: x')),
      call('3', { error: { code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', errCode: -504003, message: '' } }),
    ];
    const [entry] = timeline(calls, [push('1', { attempts })]);
    expect(entry && explanationOf(entry)?.code).toBe('-504003 FUNCTION_TIMED_OUT');
  });

  it('with a code of somebody else’s is not explained, nor is what went well', () => {
    const entries = timeline([call('1', { response: { errcode: 99999 } }), call('2', {})]);
    expect(entries.map(explanationOf)).toEqual([undefined, undefined]);
  });

  it('shows of its stack what is the developer’s', () => {
    const stack = [
      'Error: collection.get:fail -502005',
      '    at toSDKError (/app/node_modules/wx-server-sdk/index.js:8175:19)',
      '    at async pay (/app/functions/pay/index.js:3:9)',
      '    at async exports.main (/app/functions/pay/index.js:9:3)',
      '    at new Promise (<anonymous>)',
      '    at callHandler (/emulator/instances/child/bootstrap.js:101:10)',
      '    at process.emit (node:events:524:28)',
    ];
    expect(ownStack(stack.join('\n')).split('\n')).toEqual([stack[0], stack[2], stack[3]]);
    expect(ownStack('/app/a.js:2\n\n\n\nSyntaxError: Unexpected end')).toBe(
      '/app/a.js:2\nSyntaxError: Unexpected end',
    );
  });
});

describe('a refusal of the emulator', () => {
  it.each([
    ['token: must be 3 to 32 letters and digits', '要 3 到 32 个字母和数字'],
    ['rules.0: push cannot be hit by error, only by latency, duplicate', 'push 只会变慢、推送两次'],
    ['[X] Table exist. Please check your request', '已经有这个集合'],
  ])('is said in the console’s language: %s', (english, chinese) => {
    expect(inChinese(english)).toBe(chinese);
  });

  it('that is not known stands as it is', () => {
    expect(inChinese('unknown top level operator: $bad')).toBeUndefined();
  });
});
