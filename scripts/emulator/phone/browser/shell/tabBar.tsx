/** The mini-program's tab bar. */
import type { TabBarItem, TabBar as TabBarLook } from '../host';
import './tabBar.css';

/** What stands for a red dot without a text. */
const RED_DOT = '•';

export function TabBar({ bar, onTap }: { bar: TabBarLook; onTap: (index: number) => void }) {
  const { position, color, selectedColor, backgroundColor, borderStyle, selected, items } = bar;
  return (
    <nav
      class={`tab-bar at-${position} border-${borderStyle}`}
      style={{ backgroundColor }}
      aria-label="标签栏"
    >
      {items.map((item, index) => (
        <button
          type="button"
          key={item.text}
          style={{ color: index === selected ? selectedColor : color }}
          aria-current={index === selected ? 'page' : undefined}
          onClick={() => onTap(index)}
        >
          <Icon item={item} selected={index === selected} />
          <span class={`tab-text ${item.icon === undefined ? 'alone' : ''}`}>{item.text}</span>
        </button>
      ))}
    </nav>
  );
}

function Icon({ item: { icon, selectedIcon, badge }, selected }: { item: TabBarItem; selected: boolean }) {
  const address = selected ? selectedIcon : icon;
  return (
    <span class={`tab-icon ${address === undefined ? 'none' : ''}`}>
      {address !== undefined && <img src={address} alt="" />}
      {badge === RED_DOT && <span class="tab-dot" role="img" aria-label="有新内容" />}
      {badge !== undefined && badge !== RED_DOT && <span class="tab-badge">{badge}</span>}
    </span>
  );
}
