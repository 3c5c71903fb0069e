/** The mini-program with WeChat's navigation bar, capsule and tab bar, or what is wrong with its source. */
import { BackIcon, CloseIcon, HomeIcon, MoreIcon } from './icons';
import type { PhoneModel } from './phoneModel';
import { SourceErrors } from './sourceErrors';
import { TabBar } from './tabBar';
import './miniProgramScreen.css';

export function MiniProgramScreen({ phone, visible }: { phone: PhoneModel; visible: boolean }) {
  const { bar, launch, log, miniProgram, sourceErrors, tabBar } = phone.state;
  const hasErrors = log.some(({ level }) => level === 'error');
  const { title, backgroundColor, textStyle, canGoBack, canGoHome, custom, loading } = bar;
  return (
    <section
      class={`screen mini-program ${custom ? 'custom-bar' : ''}`}
      style={{ backgroundColor }}
      data-layer
      tabIndex={-1}
      hidden={!visible}
      aria-label="小程序"
    >
      <header class={`navigation-bar text-${textStyle}`}>
        {canGoBack && !custom && (
          <button type="button" class="bar-button" aria-label="返回" onClick={() => miniProgram?.back()}>
            <BackIcon />
          </button>
        )}
        {canGoHome && !custom && (
          <button type="button" class="bar-button" aria-label="首页" onClick={() => miniProgram?.home()}>
            <HomeIcon />
          </button>
        )}
        {!custom && (
          <h1>
            {loading && <span class="spinner" role="status" aria-label="加载中" />}
            {title}
          </h1>
        )}
        <div class="capsule">
          <button
            type="button"
            aria-label="更多"
            aria-description={hasErrors ? '小程序的控制台有错误' : undefined}
            onClick={() => phone.set({ menuOpen: true })}
          >
            <MoreIcon />
            {hasErrors && <span class="error-mark" />}
          </button>
          <button type="button" aria-label="关闭小程序" onClick={() => phone.back()}>
            <CloseIcon />
          </button>
        </div>
      </header>
      {sourceErrors.length > 0 ? (
        <SourceErrors errors={sourceErrors} />
      ) : (
        <>
          <iframe key={launch.id} src="miniprogram/" title="小程序页面" />
          {miniProgram === undefined && (
            <p class="launching" role="status">
              <span class="spinner" />
              正在打开小程序…
            </p>
          )}
        </>
      )}
      {tabBar && <TabBar bar={tabBar} onTap={(index) => miniProgram?.tapTab(index)} />}
    </section>
  );
}
