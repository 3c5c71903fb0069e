/** What the keys do. */
import { Dialog } from './dialog';

const KEYS: [keys: string[], words: string][] = [
  [['j', '↓'], '下一条'],
  [['k', '↑'], '上一条'],
  [['Home', 'End'], '第一条、最后一条'],
  [['Enter'], '打开详情'],
  [['c'], '复制 curl'],
  [['r'], '再做一次：重放推送、重新调用函数'],
  [['f'], '只看失败'],
  [['/'], '搜索'],
  [['Esc'], '关闭详情、清空搜索'],
  [['1', '–', '8'], '切换页面'],
  [['?'], '打开这张表'],
];

export function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="键盘操作" onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (key === '–' ? <span key={key}>–</span> : <kbd key={key}>{key}</kbd>))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div class="dialog-actions">
        <button type="button" class="button primary" onClick={onClose}>
          知道了
        </button>
      </div>
    </Dialog>
  );
}
