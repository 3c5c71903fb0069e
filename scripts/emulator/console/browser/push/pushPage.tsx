/** Where WeChat pushes to and how; a server is verified when this is kept. */
import { useRef, useState } from 'preact/hooks';
import type { PushSettings } from '../../../contract';
import { ask, EmulatorError, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { GIVE_UP, useDraft } from '../frame/draft';
import { useFocusOnTrouble } from '../frame/focusOnTrouble';
import { useSaveKey } from '../frame/keyboard';
import { useFetched } from '../frame/useFetched';
import { Waiting } from '../parts/empty';
import { Field } from '../parts/field';
import { PageHead } from '../parts/pageHead';
import { Routes } from './routes';
import './push.css';

type Result = { kind: 'kept' | 'verified' } | Refused;

interface Refused {
  kind: 'refused';
  code: string;
  /** The field that it is about; '' when it is about none. */
  place: string;
  words: string;
}

const MODES: [PushSettings['mode'], string, string][] = [
  ['plain', '明文', '包是明文'],
  ['compatible', '兼容', '明文和密文都有'],
  ['safe', '安全', '只有密文'],
];
const FORMATS: [PushSettings['format'], string][] = [
  ['json', 'JSON'],
  ['xml', 'XML'],
];

export function PushPage() {
  const { confirm } = useParts();
  const kept = useFetched<PushSettings>('/emulator/push');
  const health = useFetched<{ functions: string[] }>('/emulator/health');
  const [draft, setDraft, forgetKept] = useDraft<PushSettings>('push');
  const [result, setResult] = useState<Result>();
  const [busy, setBusy] = useState(false);
  const settings = draft ?? kept.value;
  const form = useRef<HTMLFormElement>(null);
  useFocusOnTrouble(form, result?.kind === 'refused' ? result : undefined);
  useSaveKey(() => draft !== undefined && !busy && void save(draft));
  if (settings === undefined) return <Waiting page="推送" trouble={kept.trouble} onRetry={kept.reload} />;

  const change = (fields: Partial<PushSettings>) => {
    setDraft({ ...settings, ...fields });
    setResult(undefined);
  };
  async function save(saved: PushSettings): Promise<void> {
    const { url = '', ...rest } = saved;
    setBusy(true);
    try {
      await ask('PUT', '/emulator/push', { ...rest, ...(url !== '' && { url }) });
      await kept.reload();
      forgetKept(saved);
      setResult({ kind: url === '' ? 'kept' : 'verified' });
    } catch (error) {
      setResult(refusedBy(error));
    }
    setBusy(false);
  }
  const giveUp = async () => {
    if (!(await confirm(GIVE_UP))) return;
    setDraft(undefined);
    setResult(undefined);
  };
  const refused = result?.kind === 'refused' ? result : undefined;
  const troubleOf = (place: string) => (refused?.place === place ? refused.words : undefined);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void save(settings);
      }}
    >
      <PageHead title="推送" words="微信把用户的消息和事件推到哪里：先看云函数的路由，没有路由的推到服务器。">
        {draft !== undefined && (
          <button type="button" class="button" onClick={giveUp}>
            放弃修改
          </button>
        )}
        <button type="submit" class="button primary" title="Ctrl+S" disabled={draft === undefined || busy}>
          {busy ? '正在验证…' : '保存'}
        </button>
      </PageHead>
      <ResultWords result={result} />
      <div class="push-columns">
        <section class="panel stack" aria-labelledby="push-server">
          <h2 id="push-server">服务器</h2>
          <Field
            label="URL"
            hint="只能在本机。保存时微信会发来 echostr，要原样返回。"
            trouble={troubleOf('url')}
          >
            <input
              class="mono"
              type="url"
              placeholder="http://127.0.0.1:3000/wechat"
              value={settings.url ?? ''}
              onInput={(event) => change({ url: event.currentTarget.value })}
            />
          </Field>
          <Field label="Token" trouble={troubleOf('token')}>
            <input
              class="mono"
              spellcheck={false}
              value={settings.token}
              onInput={(event) => change({ token: event.currentTarget.value })}
            />
          </Field>
          <div class="push-key">
            <Field label="EncodingAESKey" trouble={troubleOf('encodingAESKey')}>
              <input
                class="mono"
                spellcheck={false}
                value={settings.encodingAESKey}
                onInput={(event) => change({ encodingAESKey: event.currentTarget.value })}
              />
            </Field>
            <button
              type="button"
              class="button beside-field"
              onClick={() => change({ encodingAESKey: newKey() })}
            >
              随机生成
            </button>
          </div>
          <Field label="AppID" trouble={troubleOf('appid')}>
            <input
              class="mono"
              spellcheck={false}
              value={settings.appid}
              onInput={(event) => change({ appid: event.currentTarget.value })}
            />
          </Field>
          <fieldset>
            <legend class="group-name">加密方式</legend>
            <div class="choices">
              {MODES.map(([mode, name, words]) => (
                <label class="check" key={mode}>
                  <input
                    type="radio"
                    name="mode"
                    checked={settings.mode === mode}
                    onChange={() => change({ mode })}
                  />
                  {name} <span class="quiet">{words}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend class="group-name">数据格式</legend>
            <div class="choices">
              {FORMATS.map(([format, name]) => (
                <label class="check" key={format}>
                  <input
                    type="radio"
                    name="format"
                    checked={settings.format === format}
                    onChange={() => change({ format })}
                  />
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
        </section>
        <Routes
          routes={settings.routes}
          functions={health.value?.functions ?? []}
          trouble={troubleOf('routes')}
          onChange={(routes) => change({ routes })}
        />
      </div>
    </form>
  );
}

function ResultWords({ result }: { result: Result | undefined }) {
  if (result === undefined) return null;
  if (result.kind === 'refused') {
    return (
      <p class="alarm-words push-result" role="alert">
        {result.code === 'URL_NOT_VERIFIED' ? '验证失败，设置没有改：' : '没有保存：'}
        {NAMES[result.place]}
        {result.words}
      </p>
    );
  }
  return (
    <p class="good-words push-result" role="status">
      {result.kind === 'verified' ? '验证通过：服务器原样返回了 echostr。设置已保存。' : '设置已保存。'}
    </p>
  );
}

const NAMES: Record<string, string> = {
  token: 'Token ',
  encodingAESKey: 'EncodingAESKey ',
  appid: 'AppID ',
};

/** The emulator names the field before its words: `token: must be …`, `routes.0.event: …`. */
function refusedBy(error: unknown): Refused {
  const code = error instanceof EmulatorError ? error.code : '';
  const [, place = ''] = (error instanceof EmulatorError && /^(\w+)[.\w]*: /.exec(error.message)) || [];
  return { kind: 'refused', code, place, words: wordsOf(error) };
}

/** EncodingAESKey: 43 letters and digits. */
function newKey(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const bytes = crypto.getRandomValues(new Uint8Array(43));
  return [...bytes].map((byte) => letters[byte % letters.length]).join('');
}
