/** The way to each page, and what is true on all of them: the connection, the time, light or dark. */
import { useEffect, useRef } from 'preact/hooks';
import type { FaultSettings } from '../../../contract';
import { ClockReadout } from './clockReadout';
import { useConnection } from './context';
import { HelpIcon, PageIcon, PhoneIcon, ThemeIcon } from './icons';
import { hrefOf, PAGES, type PageId, wayTo } from './route';
import { type Theme, useTheme } from './theme';
import { useFetched } from './useFetched';
import './navigation.css';

const THEME_NAMES: Record<Theme, string> = { system: '跟随系统', light: '浅色', dark: '深色' };
const CONNECTION_NAMES = { connecting: '正在连接', live: '实时', lost: '已断开' } as const;

interface Props {
  page: PageId;
  onHelp: () => void;
}

export function Navigation({ page, onHelp }: Props) {
  const { theme, turn } = useTheme();
  const connection = useConnection();
  // One that was forgotten would be looked for in the code.
  const faults = useFetched<FaultSettings>('/emulator/faults', ['faults']).value?.rules.length ?? 0;
  const current = useRef<HTMLAnchorElement>(null);
  // On a narrow screen the pages stand in a row that scrolls.
  // The reference follows the page.
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest', inline: 'center' }), [page]);
  return (
    <header class="navigation">
      <div class="brand">
        <span class="brand-name">信使</span>
        <span class="brand-what">控制台</span>
      </div>
      <nav aria-label="页面">
        <ul>
          {PAGES.map(({ id, title }, index) => (
            <li key={id}>
              <a
                // To where he was; of the page that is shown to its beginning.
                href={id === page ? hrefOf(id) : wayTo(id)}
                aria-current={id === page ? 'page' : undefined}
                aria-keyshortcuts={String(index + 1)}
                title={`${title}（${index + 1}）`}
                {...(id === page && { ref: current })}
              >
                <PageIcon page={id} />
                {title}
                {id === 'faults' && faults > 0 && (
                  <span class="badge fault">
                    {faults}
                    <span class="unseen"> 条开着</span>
                  </span>
                )}
                <span class="navigation-key" aria-hidden="true">
                  {index + 1}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="navigation-foot">
        <ClockReadout />
        <p class={`connection ${connection}`} role="status">
          <span class="connection-dot" aria-hidden="true" />
          {CONNECTION_NAMES[connection]}
        </p>
        <div class="navigation-tools">
          {document.documentElement.dataset['phone'] === 'true' && (
            <a class="tool" href="/phone/" title="打开手机">
              <PhoneIcon />
              <span>手机</span>
            </a>
          )}
          <button
            type="button"
            class="tool"
            onClick={turn}
            aria-label={`外观：${THEME_NAMES[theme]}`}
            title="切换外观"
          >
            <ThemeIcon theme={theme} />
          </button>
          <button type="button" class="tool" onClick={onHelp} aria-label="键盘操作" title="键盘操作（?）">
            <HelpIcon />
          </button>
        </div>
      </div>
    </header>
  );
}
