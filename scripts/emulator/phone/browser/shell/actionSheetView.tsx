/** `wx.showActionSheet`. */
import type { ActionSheet } from '../host';
import type { Asking } from './phoneState';
import { Sheet } from './sheet';
import './menu.css';

export function ActionSheetView({ asking }: { asking: Asking<ActionSheet, number | undefined> }) {
  const { title, items, itemColor, answer } = asking;
  // Black is WeChat's default, which is dark mode's white.
  const color = itemColor === '#000000' ? 'inherit' : itemColor;
  return (
    <Sheet label={title || '操作菜单'} class="menu" onDismiss={() => answer(undefined)}>
      <div class="menu-group">
        {title && <p class="menu-title">{title}</p>}
        {items.map((item, index) => (
          <button type="button" key={item} style={{ color }} onClick={() => answer(index)}>
            {item}
          </button>
        ))}
      </div>
      <button type="button" class="menu-cancel" onClick={() => answer(undefined)}>
        取消
      </button>
    </Sheet>
  );
}
