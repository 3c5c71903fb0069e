/** This phone's way to WeChat and the cloud, which its switch makes slow or cuts. */
import { type EmulatorClient, EmulatorError, emulatorClient } from '../emulatorClient';
import { type NetworkState, type PhoneHost, SLOW_MS } from '../host';

export interface NetworkStatus {
  isConnected: boolean;
  networkType: 'wifi' | '2g' | 'none';
}

type Listener = (status: NetworkStatus) => void;

export interface Connection {
  /** The emulator, as far as this phone reaches it. */
  client: EmulatorClient;
  /** Waits as long as the network makes everything wait. @throws {EmulatorError} UNREACHABLE without a network */
  pass(): Promise<void>;
  status(): NetworkStatus;
  onChange(listener: Listener): void;
  /** The user has moved the switch. */
  changed(): void;
}

const STATUS: Record<NetworkState, NetworkStatus> = {
  online: { isConnected: true, networkType: 'wifi' },
  slow: { isConnected: true, networkType: '2g' },
  offline: { isConnected: false, networkType: 'none' },
};

export function createConnection(host: PhoneHost): Connection {
  const listeners = new Set<Listener>();
  const status = () => STATUS[host.network()];
  const pass = async () => {
    if (host.network() === 'offline') throw new EmulatorError('UNREACHABLE', '这台手机没有网络');
    if (host.network() === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
  };
  const client = Object.fromEntries(
    Object.entries(emulatorClient).map(([name, call]) => [
      name,
      async (...parameters: unknown[]) => {
        await pass();
        return (call as (...values: unknown[]) => unknown)(...parameters);
      },
    ]),
  ) as unknown as EmulatorClient;
  return {
    client,
    pass,
    status,
    onChange: (listener) => void listeners.add(listener),
    changed() {
      for (const listener of listeners) listener(status());
    },
  };
}
