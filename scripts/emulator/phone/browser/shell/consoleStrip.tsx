/** What the mini-program has written to the console that its author should see. */
import { useState } from 'preact/hooks';
import type { PhoneModel } from './phoneModel';
import './consoleStrip.css';

export function ConsoleStrip({ phone }: { phone: PhoneModel }) {
  const { log } = phone.state;
  const [open, setOpen] = useState(false);
  if (log.length === 0) return null;
  const errors = log.filter(({ level }) => level === 'error').length;
  return (
    <details class="console-strip" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        小程序的控制台
        {errors > 0 && <span class="console-errors">{errors} 个错误</span>}
        <span>{log.length - errors} 个警告</span>
      </summary>
      {open && (
        <>
          <ol aria-label="小程序的控制台">
            {log.map(({ level, text }, index) => (
              <li key={index} class={`level-${level}`}>
                {text}
              </li>
            ))}
          </ol>
          <button type="button" onClick={() => phone.set({ log: [] })}>
            清空
          </button>
        </>
      )}
    </details>
  );
}
