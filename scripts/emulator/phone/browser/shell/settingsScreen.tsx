/** The settings page that `wx.openSetting` opens: the main switch, and each choice that is kept. */
import type { PhoneModel } from './phoneModel';
import { Screen } from './screen';
import './settingsScreen.css';

export function SettingsScreen({ phone }: { phone: PhoneModel }) {
  const { setting, templates } = phone.state;
  const items = Object.entries(setting?.itemSettings ?? {});
  const titleOf = (tmplId: string) =>
    templates.find((template) => template.tmplId === tmplId)?.title ?? tmplId;
  return (
    <Screen class="settings" title="设置" onBack={() => phone.back()}>
      {setting && (
        <div class="settings-body">
          <h2>订阅消息</h2>
          <div class="cells">
            <SwitchCell
              label="接收订阅消息"
              on={setting.mainSwitch}
              onChange={(mainSwitch) => void phone.changeSetting({ mainSwitch })}
            />
          </div>
          {setting.mainSwitch && items.length > 0 && (
            <>
              <h2>已选择「总是保持」的消息</h2>
              <div class="cells">
                {items.map(([tmplId, choice]) => (
                  <SwitchCell
                    key={tmplId}
                    label={titleOf(tmplId)}
                    on={choice === 'accept'}
                    disabled={choice === 'ban'}
                    onChange={(on) =>
                      void phone.changeSetting({ itemSettings: { [tmplId]: on ? 'accept' : 'reject' } })
                    }
                  />
                ))}
              </div>
            </>
          )}
          <p class="hint">
            {setting.mainSwitch
              ? '勾选过「总是保持以上选择，不再询问」的消息会列在这里，可以随时改变。'
              : '关闭后，这个小程序不能再向你发送任何订阅消息。'}
          </p>
        </div>
      )}
    </Screen>
  );
}

interface SwitchCellProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange(on: boolean): void;
}

function SwitchCell({ label, on, disabled = false, onChange }: SwitchCellProps) {
  return (
    <label class="cell">
      <span>{disabled ? `${label}（已封禁）` : label}</span>
      <input
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="switch" />
    </label>
  );
}
