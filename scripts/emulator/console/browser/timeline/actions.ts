/** What can be done with an entry: copied as curl, done again. */
import type { PushRecord } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { useCopy } from '../parts/copyButton';
import { callAsCurl, pushAsCurl } from './curl';
import type { Entry } from './entries';

export interface Actions {
  copyCurl(entry: Entry): Promise<void>;
  /** Undefined where nothing can be done again. */
  again(entry: Entry): Promise<void>;
}

/** The commands that do it once more; undefined when the journal does not have the whole request. */
export function curlOf({ call, push }: Entry): string | undefined {
  if (push !== undefined) return pushAsCurl(push, window.location.origin);
  return call && callAsCurl(call, window.location.origin);
}

/** `重放`, `再调用一次`; undefined for what only a function can do. */
export function againName({ kind }: Entry): string | undefined {
  if (kind === 'push') return '重放这次推送';
  return kind === 'function' || kind === 'timer' ? '再调用一次' : undefined;
}

export function useActions(): Actions {
  const { notify } = useParts();
  const copy = useCopy();
  return {
    async copyCurl(entry) {
      const curl = curlOf(entry);
      if (curl === undefined) notify('请求太长，日志里只有开头，拼不出 curl', 'alarm');
      else await copy(curl, ' curl');
    },
    async again(entry) {
      if (againName(entry) === undefined) return;
      try {
        if (entry.push !== undefined) {
          const { functionName, url } = await ask<PushRecord>(
            'POST',
            `/emulator/pushes/${entry.push.id}/replay`,
          );
          notify(functionName || url ? '已重放' : '已重放，但现在没有去处');
        } else {
          await ask('POST', `/emulator/calls/${entry.call?.id}/replay`);
          notify('已再调用一次');
        }
      } catch (error) {
        notify(wordsOf(error), 'alarm');
      }
    },
  };
}
