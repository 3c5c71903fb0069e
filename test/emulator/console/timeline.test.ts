/** The timeline's order, its nesting, and what its filter finds. */
import {
  type Entry,
  flatten,
  groupEntries,
} from '../../../scripts/emulator/console/browser/timeline/entries';
import { exactJson } from '../../../scripts/emulator/console/browser/timeline/exactJson';
import {
  addressOf,
  filterIn,
  matches,
  NO_FILTER,
} from '../../../scripts/emulator/console/browser/timeline/filter';
import { relatedTo } from '../../../scripts/emulator/console/browser/timeline/related';
import type { CallRecord, PushRecord } from '../../../scripts/emulator/contract';
import { call, log, push, timeline } from './records';

const shape = (entries: Entry[]) => entries.map(({ key, depth }) => [key, depth]);

describe('the timeline', () => {
  it('has the newest first, and below a call its cloud calls in their order', () => {
    const calls = [
      call('2', { kind: 'openapi', requestId: 'r4' }),
      call('3', { kind: 'openapi', requestId: 'r4' }),
      call('4', {}),
      call('5', {}),
    ];

    expect(shape(timeline(calls))).toEqual([
      ['call-r5', 0],
      ['call-r4', 0],
      ['call-2', 1],
      ['call-3', 1],
    ]);
  });

  it('has below a push the calls of its function, each attempt one', () => {
    const attempts = [
      { startedAt: 1, durationMs: 5, requestId: 'r2', error: 'no answer' },
      { startedAt: 2, durationMs: 5, requestId: 'r4', response: 'success' },
    ];
    const calls = [call('2', {}), call('3', { kind: 'openapi', requestId: 'r4' }), call('4', {})];

    expect(shape(timeline(calls, [push('1', { attempts })]))).toEqual([
      ['push-1', 0],
      ['call-r2', 1],
      ['call-r4', 1],
      ['call-3', 2],
    ]);
  });

  it('has below a call the function that it called, and a call that goes on before all that has ended', () => {
    const begun = [
      { name: 'f', requestId: 'r9', source: 'wx_client', startedAt: 9 },
      { name: 'g', requestId: 'r10', source: 'wx_client,scf', calledIn: 'r9', startedAt: 10 },
    ];
    const calls = [
      call('1', { calledIn: 'r2' }),
      call('2', {}),
      call('3', { kind: 'openapi', requestId: 'r9' }),
    ];
    const entries = flatten(groupEntries({ calls, pushes: [], logs: [log('4', 'r9', '一半')], begun }));

    expect(shape(entries)).toEqual([
      ['call-r9', 0],
      ['call-3', 1],
      ['call-r10', 1],
      ['call-r2', 0],
      ['call-r1', 1],
    ]);
    expect(entries[0]).toMatchObject({ outcome: { state: 'running' }, logs: [{ text: '一半' }] });
  });

  it.each<[string, Partial<CallRecord>, string, string]>([
    ['an answer', { response: { ok: true } }, 'ok', '成功'],
    ['an errcode of WeChat', { kind: 'https', response: { errcode: 43101 } }, 'failed', '43101'],
    ['an errCode of a cloud call', { kind: 'openapi', response: { errCode: -1 } }, 'failed', '-1'],
    [
      'a refusal by the function',
      { response: { ok: false, error: { code: 'NOT_YOU' } } },
      'failed',
      'NOT_YOU',
    ],
    [
      'a crash',
      { error: { code: 'FUNCTIONS_EXECUTE_FAIL', errCode: 1, message: 'x' } },
      'failed',
      'FUNCTIONS_EXECUTE_FAIL',
    ],
    ['a lost reply', { response: { errcode: 0 }, fault: 'replyLost' }, 'failed', '没有收到回答'],
    ['a late reply', { response: { errcode: 0 }, fault: 'latency' }, 'ok', '成功'],
  ])('says of %s what came of it', (_what, fields, state, words) => {
    expect(timeline([call('1', fields)])[0]?.outcome).toEqual({ state, words });
  });

  it.each<[string, Partial<PushRecord>, string]>([
    ['is on its way', { attempts: [] }, 'running'],
    ['failed', { attempts: [{ startedAt: 1, durationMs: 1, error: 'x' }] }, 'failed'],
    ['was answered in vain', { attempts: [{ startedAt: 1, durationMs: 1, warning: 'x' }] }, 'failed'],
  ])('tells a push that %s', (_what, fields, state) => {
    expect(timeline([], [push('1', fields)])[0]?.outcome.state).toBe(state);
  });

  it('tells a push that has nowhere to go', () => {
    const { functionName: _, ...record } = push('1', { attempts: [] });
    expect(timeline([], [record])[0]?.outcome.state).toBe('unheard');
  });

  it('is filtered by kind, name, user and failure', () => {
    const entries = timeline(
      [
        call('1', { name: 'pay', openid: 'o1', response: { ok: false } }),
        call('2', { kind: 'https', name: '/cgi-bin/token' }),
        call('3', { source: 'wx_trigger', name: 'cleanUp' }),
      ],
      [push('4')],
    );
    const found = (fields: object) =>
      entries.filter((entry) => matches(entry, { ...NO_FILTER, ...fields })).map(({ key }) => key);

    expect(found({ kind: 'timer' })).toEqual(['call-r3']);
    expect(found({ name: 'pay' })).toEqual(['call-r1']);
    expect(found({ openid: 'o1' })).toEqual(['push-4', 'call-r1']);
    expect(found({ failedOnly: true })).toEqual(['call-r1']);
  });

  it('is searched in names, bodies and logs, for all the words in either case', () => {
    const entries = timeline(
      [
        call('1', { request: { note: '咖啡豆 ABC', msgid: { $numberLong: '2391234567890123457' } } }),
        call('2', { name: 'other' }),
      ],
      [],
      [log('3', 'r2', 'Hello from the log')],
    );
    const found = (text: string) =>
      entries.filter((entry) => matches(entry, { ...NO_FILTER, text })).map(({ key }) => key);

    expect(found('abc 咖啡')).toEqual(['call-r1']);
    expect(found('2391234567890123457')).toEqual(['call-r1']);
    expect(found('hello')).toEqual(['call-r2']);
    expect(found('abc hello')).toEqual([]);
  });

  it('keeps its filter in the address, and takes from one only what it knows', () => {
    const filter = { kind: 'push', name: 'text', openid: 'o1', failedOnly: true, text: '咖啡 #7&x' } as const;

    expect(filterIn(new URLSearchParams(addressOf(filter).toString()))).toEqual(filter);
    expect(addressOf(NO_FILTER).toString()).toBe('');
    expect(filterIn(new URLSearchParams('kind=constructor'))).toEqual(NO_FILTER);
  });
});

describe('what has to do with an entry', () => {
  it('is the receipt of a send and the send of a receipt, by the msgid, and a push with its replays', () => {
    const List = { MsgID: '2391234567890123457', ErrorCode: '0' };
    const event = 'subscribe_msg_sent_event';
    const entries = timeline(
      [
        call('1', {
          kind: 'openapi',
          requestId: 'r9',
          response: { errcode: 0, msgid: { $numberLong: List.MsgID } },
        }),
        call('2', { kind: 'openapi', response: { errcode: 0, msgid: 7 } }),
        call('9', {}),
      ],
      [
        push('3', { event, packet: { List } }),
        push('4', { event, packet: { List }, replayOf: '3' }),
        push('5'),
      ],
    );
    const related = (key: string) => {
      const entry = entries.find((each) => each.key === key);
      return entry && relatedTo(entry, entries).map((each) => [each.words, each.entry.key]);
    };

    expect(related('call-1')).toEqual([
      ['送达回执', 'push-3'],
      ['送达回执', 'push-4'],
    ]);
    expect(related('call-r9')).toEqual(related('call-1'));
    expect(related('push-3')).toEqual([
      ['发送', 'call-1'],
      ['重放', 'push-4'],
    ]);
    expect(related('push-4')).toEqual([
      ['发送', 'call-1'],
      ['原来的推送', 'push-3'],
    ]);
    expect(related('push-5')).toEqual([]);
  });
});

describe('exactJson', () => {
  it('spells 64-bit numbers as they went over the wire, and leaves texts that look like it alone', () => {
    const value = { id: { $numberLong: '2391234567890123457' }, text: '{"$numberLong":"1"}' };

    expect(exactJson(value)).toBe('{"id":2391234567890123457,"text":"{\\"$numberLong\\":\\"1\\"}"}');
    expect(exactJson(value, 2)).toContain('"id": 2391234567890123457');
  });
});
