/** The mini-program with WeChat's navigation bar and capsule, or what is wrong with its source. */
import { BackIcon, CloseIcon, MoreIcon } from './icons';
import type { PhoneModel } from './phoneModel';
import { SourceErrors } from './sourceErrors';
import './miniProgramScreen.css';

export function MiniProgramScreen({ phone, visible }: { phone: PhoneModel; visible: boolean }) {
  const { bar, launch, miniProgram, sourceErrors } = phone.state;
  const { title, backgroundColor, textStyle, canGoBack, custom } = bar;
  return (
    <section
      class={`screen mini-program ${custom ? 'custom-bar' : ''}`}
      style={{ backgroundColor }}
      hidden={!visible}
      aria-label="小程序"
    >
      <header class={`navigation-bar text-${textStyle}`}>
        {canGoBack && (
          <button type="button" class="navigation-back" aria-label="返回" onClick={() => miniProgram?.back()}>
            <BackIcon />
          </button>
        )}
        {!custom && <h1>{title}</h1>}
        <div class="capsule">
          <button type="button" aria-label="更多" onClick={() => phone.set({ menuOpen: true })}>
            <MoreIcon />
          </button>
          <button type="button" aria-label="关闭小程序" onClick={() => phone.back()}>
            <CloseIcon />
          </button>
        </div>
      </header>
      {sourceErrors.length > 0 ? (
        <SourceErrors errors={sourceErrors} />
      ) : (
        <iframe key={launch.id} src="miniprogram/" title="小程序页面" />
      )}
    </section>
  );
}
