/** Warnings and errors of the mini-program also go to the phone's own console, where its author looks. */
import type { PhoneHost } from '../host';

/** The component framework's remarks to those who write templates for it: not the mini-program's mistakes. */
const FRAMEWORK_REMARKS =
  /^(Some keys are not unique|Use (number|string) as for-list|".*" is not a valid (property|event binding)|property ".*" received|The for-list data|the target of relation)/;

export function relayConsole(host: PhoneHost): void {
  for (const level of ['warn', 'error'] as const) {
    const write = console[level].bind(console);
    console[level] = (...values: unknown[]) => {
      const text = values.map(textOf).join(' ');
      if (FRAMEWORK_REMARKS.test(text)) return console.debug(...values);
      write(...values);
      host.log(level, text);
    };
  }
  window.addEventListener('error', ({ message, filename, lineno }) =>
    host.log('error', filename === '' ? message : `${message} (${filename}:${lineno})`),
  );
  window.addEventListener('unhandledrejection', ({ reason }) =>
    host.log('error', `unhandled: ${textOf(reason)}`),
  );
}

function textOf(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return String(value);
  }
}
