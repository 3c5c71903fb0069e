/** What can be done with an entry: copied, done again. */
import type { CallResult, PushRecord } from '../../../contract';
import { ask, called, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { useCopy } from '../parts/copyButton';
import { callAsCurl, pushAsCurl } from './curl';
import { type Entry, keyOfPush, keyOfRequest } from './entries';
import { exactJson } from './exactJson';

export interface Actions {
  copyCurl(entry: Entry): Promise<void>;
  /** The whole record. */
  copyJson(entry: Entry): Promise<void>;
  /** The address of what is shown. */
  copyLink(): Promise<void>;
  /** Nothing for what only a function can do. */
  again(entry: Entry): Promise<void>;
  /** @param body the packet or the event in the place of the one that it had. @throws {EmulatorError} */
  againWith(entry: Entry, body: Record<string, unknown>): Promise<void>;
}

/** The commands that do it once more; undefined when the journal does not have the whole request. */
export function curlOf({ call, push }: Entry): string | undefined {
  if (push !== undefined) return pushAsCurl(push, window.location.origin);
  return call && callAsCurl(call, window.location.origin);
}

/** `重放`, `再调用一次`; undefined for what only a function can do, and for what goes on. */
export function againName({ kind, call }: Entry): string | undefined {
  if (kind === 'push') return '重放这次推送';
  return call && (kind === 'function' || kind === 'timer') ? '再调用一次' : undefined;
}

/** @param onDone with the key of the new entry */
export function useActions(onDone: (key: string) => void): Actions {
  const { notify } = useParts();
  const copy = useCopy();
  /** @throws {EmulatorError} when the emulator refuses; a function that fails again is there to be read */
  const repeat = async ({ push, call }: Entry, edited?: Record<string, unknown>) => {
    if (push !== undefined) {
      const body = edited && { packet: edited };
      const path = `/emulator/pushes/${push.id}/replay`;
      const { id, functionName, url } = await ask<PushRecord>('POST', path, body);
      notify(functionName || url ? '已重放' : '已重放，但现在没有去处');
      onDone(keyOfPush(id));
    } else if (call !== undefined) {
      const body = edited && { event: edited };
      const path = `/emulator/calls/${call.id}/replay`;
      const { requestID, failed } = await called(ask<CallResult>('POST', path, body));
      if (failed) notify('已再调用一次，失败了', 'alarm');
      else notify('已再调用一次');
      onDone(keyOfRequest(requestID));
    }
  };
  return {
    async copyCurl(entry) {
      const curl = curlOf(entry);
      if (curl === undefined) notify('日志里没有完整的请求，拼不出 curl', 'alarm');
      else await copy(curl, ' curl');
    },
    copyJson: ({ call, push }) => copy(exactJson(call ?? push, 2), ' JSON'),
    copyLink: () => copy(window.location.href, '链接'),
    async again(entry) {
      if (againName(entry) === undefined) return;
      await repeat(entry).catch((error: unknown) => notify(wordsOf(error), 'alarm'));
    },
    againWith: repeat,
  };
}
