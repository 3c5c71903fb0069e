/** The phone's document: WeChat's screens, with the mini-program in a frame; or several phones side by side. */
import { render } from 'preact';
import { emulatorClient } from '../emulatorClient';
import { followEvents } from '../events';
import type { PhoneHost } from '../host';
import { Phone } from './phone';
import { createPhoneHost } from './phoneHost';
import { PhoneModel } from './phoneModel';
import { PhoneRow } from './phoneRow';
import './look.css';

declare global {
  interface Window {
    /** Where the mini-program's document finds the phone. */
    xinshiPhone?: PhoneHost;
  }
}

const root = document.getElementById('phone') as HTMLElement;
// What the document shows until now: Preact would keep it.
root.replaceChildren();
const query = new URLSearchParams(window.location.search);
const openids = query.getAll('user');

if (openids.length > 1) render(<PhoneRow openids={[...new Set(openids)]} />, root);
else runPhone(openids[0]);

function runPhone(openid: string | undefined): void {
  const model = new PhoneModel(emulatorClient, () => render(<Phone phone={model} />, root));
  window.xinshiPhone = createPhoneHost(model);
  // `?page=pages/a/a%3Fid%3D1` begins there, as DevTools' compile mode does.
  const startAt = query.get('page') ?? undefined;
  // The phone itself is drawn at once, before the emulator has answered.
  model.set({ launch: { ...model.state.launch, startAt } });
  followEvents({
    onEvent: (event) => model.follow(event),
    onLost: () => model.set({ trouble: '连不上模拟器，正在重试…' }),
    onRegained: () => model.reload(),
  });
  void model.load(openid);
}
