/** The whole state: taken away as a file, brought back, or begun anew. */
import { useRef, useState } from 'preact/hooks';
import { ask, sendFile, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { PageHead } from '../parts/pageHead';
import './state.css';

export function StatePage() {
  const { notify, confirm } = useParts();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  const run = async (work: () => Promise<unknown>, words: string) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await work();
      notify(words);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
    setBusy(false);
  };
  const importFile = async (file: File) => {
    const meant = await confirm({
      title: '导入状态',
      words: `用 ${file.name} 换掉现在的一切：用户、订阅、会话、数据库、文件、时钟和日志。`,
      action: '导入',
    });
    if (meant) await run(() => sendFile('PUT', '/emulator/state', file), '已导入');
  };
  const reset = async () => {
    const meant = await confirm({
      title: '重置',
      words: '清空一切，回到最初的种子。没有导出的东西不能恢复。',
      action: '重置',
    });
    if (meant) await run(() => ask('POST', '/emulator/reset'), '已重置');
  };
  return (
    <>
      <PageHead
        title="状态"
        words="用户、订阅、会话、数据库、文件、时钟、设置和日志，合起来就是模拟器的状态。"
      />
      {trouble && (
        <p class="alarm-words state-trouble" role="alert">
          {trouble}
        </p>
      )}
      <ul class="panel state-actions">
        <li>
          <div>
            <h2>导出</h2>
            <p class="quiet">
              存成一个文件，交给同事，或者留着以后回到这里。里面有令牌和密钥，只给信得过的人。
            </p>
          </div>
          <a class="button" href="/emulator/state" download="xinshi-state.jsonl">
            导出文件
          </a>
        </li>
        <li>
          <div>
            <h2>导入</h2>
            <p class="quiet">换掉现在的一切。文件有错时，什么都不会变。</p>
          </div>
          <input
            ref={picker}
            type="file"
            class="unseen"
            accept=".jsonl"
            aria-label="要导入的状态文件"
            tabIndex={-1}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (file !== undefined) void importFile(file);
            }}
          />
          <button type="button" class="button" disabled={busy} onClick={() => picker.current?.click()}>
            选择文件
          </button>
        </li>
        <li>
          <div>
            <h2>重置</h2>
            <p class="quiet">清空一切，重新种下种子。</p>
          </div>
          <button type="button" class="button danger" disabled={busy} onClick={reset}>
            重置
          </button>
        </li>
      </ul>
    </>
  );
}
