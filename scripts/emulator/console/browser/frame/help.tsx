/** What the keys do, on every page and on the one that is shown. */
import { Dialog } from './dialog';
import { PAGES, type PageId } from './route';

type Row = [keys: string[], words: string];

const EVERYWHERE: Row[] = [
  [['1', '–', String(PAGES.length)], '切换页面'],
  [['Esc'], '关闭最上面的窗口'],
  [['?'], '打开这张表'],
];

const CHOOSING: Row[] = [[['j', 'k', '↓', '↑'], '选下一个、上一个']];
const SAVING: Row = [['Ctrl', 'S'], '保存'];

const OF_PAGE: Record<PageId, Row[]> = {
  timeline: [
    [['j', '↓'], '下一条'],
    [['k', '↑'], '上一条'],
    [['Home', 'End'], '第一条、最后一条'],
    [['n', 'N'], '下一条、上一条失败的'],
    [['Enter'], '打开详情'],
    [['c'], '复制 curl'],
    [['r'], '再做一次：重放推送、重新调用函数'],
    [['e'], '改一改，再做一次'],
    [['f'], '只看失败'],
    [['x'], '清屏，只看之后的'],
    [['/'], '搜索'],
    [['Esc'], '关闭详情、清空搜索'],
  ],
  functions: [...CHOOSING, [['Ctrl', 'Enter'], '调用']],
  clock: [
    [['n'], '跳到下一个时刻'],
    [['b'], '回到本机时间'],
  ],
  faults: [],
  templates: [...CHOOSING, SAVING],
  users: CHOOSING,
  push: [SAVING],
  database: [
    [['j', 'k', '↓', '↑'], '选集合；在文档里，选文档'],
    [['/'], '写查询条件'],
    [['Ctrl', 'Enter'], '查询、保存文档'],
    [['d'], '到文档里'],
    [['e', 'c', 'Del'], '编辑、复制、删除选中的文档'],
    [['a'], '添加文档'],
  ],
  state: [],
};

export function Help({ page, onClose }: { page: PageId; onClose: () => void }) {
  const title = PAGES.find(({ id }) => id === page)?.title ?? '';
  return (
    <Dialog title="键盘操作" onClose={onClose}>
      {OF_PAGE[page].length > 0 && <Keys title={title} rows={OF_PAGE[page]} />}
      <Keys title="所有页面" rows={EVERYWHERE} />
      <div class="dialog-actions">
        <button type="button" class="button primary" onClick={onClose}>
          知道了
        </button>
      </div>
    </Dialog>
  );
}

const Keys = ({ title, rows }: { title: string; rows: Row[] }) => (
  <section class="keys">
    <h3>{title}</h3>
    <dl>
      {rows.map(([keys, words]) => (
        <div key={words}>
          <dt>{keys.map((key) => (key === '–' ? <span key={key}>–</span> : <kbd key={key}>{key}</kbd>))}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  </section>
);
