/** Calls a function by hand, as a user's mini-program would. */
import { useState } from 'preact/hooks';
import type { CallResult, User } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { useDraft } from '../frame/draft';
import { sendOnCtrlEnter } from '../frame/keyboard';
import { hrefOf } from '../frame/route';
import { useFetched } from '../frame/useFetched';
import { Field } from '../parts/field';
import { JsonView } from '../parts/jsonView';
import { keyOfRequest } from '../timeline/entries';

type Outcome = { kind: 'answered'; answer: CallResult } | { kind: 'failed'; words: string };

export function CallForm({ name }: { name: string }) {
  const users = useFetched<User[]>('/emulator/users').value ?? [];
  const [draft, setDraft] = useDraft<string>(`call ${name}`);
  const [openid, setOpenid] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const text = draft ?? '{}';
  const caller = openid ?? users[0]?.openid;

  const submit = async () => {
    const data = attempt(text);
    setTrouble(data.trouble);
    if (data.trouble !== undefined || caller === undefined) return;
    setBusy(true);
    try {
      const path = `/emulator/users/${encodeURIComponent(caller)}/call`;
      const answer = await ask<CallResult>('POST', path, { name, data: data.value });
      setOutcome({ kind: 'answered', answer });
    } catch (error) {
      setOutcome({ kind: 'failed', words: wordsOf(error) });
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
      <Field label="参数（JSON）" hint="wx.cloud.callFunction 的 data · Ctrl+Enter 调用" trouble={trouble}>
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
        {outcome?.kind === 'answered' && (
          <a class="button" href={hrefOf('timeline', keyOfRequest(outcome.answer.requestID))}>
            看这次调用
          </a>
        )}
      </div>
      {outcome?.kind === 'failed' && (
        <p class="alarm-words" role="alert">
          {outcome.words}
        </p>
      )}
      {outcome?.kind === 'answered' && (
        <div role="status">
          <JsonView label="返回" value={outcome.answer.result} />
        </div>
      )}
    </form>
  );
}

function attempt(text: string): { value?: unknown; trouble?: string } {
  try {
    return { value: JSON.parse(text.trim() || '{}') };
  } catch (error) {
    return { trouble: `不是 JSON：${(error as Error).message}` };
  }
}
