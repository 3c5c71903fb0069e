/** Calls a function by hand, as a user's mini-program would. */
import { useState } from 'preact/hooks';
import type { CallResult, User } from '../../../contract';
import { PLAIN_JSON, parseShellObject } from '../database/shellObject';
import { ask, EmulatorError, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { useDraft } from '../frame/draft';
import { sendOnCtrlEnter } from '../frame/keyboard';
import { hrefOf } from '../frame/route';
import { useFetched } from '../frame/useFetched';
import { Field } from '../parts/field';
import { JsonView } from '../parts/jsonView';
import { keyOfRequest } from '../timeline/entries';
import { ownStack } from '../timeline/ownStack';

type Outcome = { requestID: string } & ({ result: unknown } | { failure: string });

export function CallForm({ name }: { name: string }) {
  const { clock } = useParts();
  const users = useFetched<User[]>('/emulator/users').value ?? [];
  const [draft, setDraft] = useDraft<string>(`call ${name}`);
  const [openid, setOpenid] = useDraft<string>('caller');
  const [trouble, setTrouble] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const text = draft ?? '{}';
  const caller = users.find((user) => user.openid === openid)?.openid ?? users[0]?.openid;

  const read = () => (text.trim() === '' ? {} : parseShellObject(text, clock.now(), PLAIN_JSON));
  const submit = async () => {
    if (caller === undefined) return;
    setBusy(true);
    try {
      const data = read();
      setTrouble(undefined);
      setOutcome(await call(caller, name, data));
    } catch (error) {
      setTrouble(wordsOf(error));
    }
    setBusy(false);
  };
  return (
    <form
      class="panel stack"
      aria-label="调用"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>调用</h2>
      <Field label="以谁的小程序">
        <select value={caller} onChange={(event) => setOpenid(event.currentTarget.value)}>
          {users.map((user) => (
            <option key={user.openid} value={user.openid}>
              {user.nickname} · {user.openid}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label="参数"
        hint="wx.cloud.callFunction 的 data，JSON 或代码里的写法都行 · Ctrl+Enter 调用"
        trouble={trouble}
      >
        <textarea
          rows={6}
          spellcheck={false}
          value={text}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={sendOnCtrlEnter}
        />
      </Field>
      <div class="button-row">
        <button type="submit" class="button primary" disabled={busy || caller === undefined}>
          {busy ? '正在调用…' : '调用'}
        </button>
        {outcome && (
          <a class="button" href={hrefOf('timeline', keyOfRequest(outcome.requestID))}>
            看这次调用
          </a>
        )}
      </div>
      {outcome && 'failure' in outcome && (
        <p class="alarm-words call-failure" role="alert">
          {outcome.failure}
        </p>
      )}
      {outcome && 'result' in outcome && (
        <div role="status">
          <JsonView label="返回" value={outcome.result} />
        </div>
      )}
    </form>
  );
}

/** @throws {EmulatorError} when nothing was called */
async function call(openid: string, name: string, data: Record<string, unknown>): Promise<Outcome> {
  try {
    const path = `/emulator/users/${encodeURIComponent(openid)}/call`;
    const { result, requestID } = await ask<CallResult>('POST', path, { name, data });
    return { result, requestID };
  } catch (error) {
    if (!(error instanceof EmulatorError) || error.requestID === undefined) throw error;
    return { failure: `${error.code}\n${ownStack(error.message)}`, requestID: error.requestID };
  }
}
