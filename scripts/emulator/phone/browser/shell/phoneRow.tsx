/** Several users' phones side by side, each under its user's name: `?user=A&user=B`. */
import { useEffect, useState } from 'preact/hooks';
import { emulatorClient } from '../emulatorClient';
import './phoneRow.css';

export function PhoneRow({ openids }: { openids: string[] }) {
  const [nicknames, setNicknames] = useState<Record<string, string>>({});
  useEffect(() => {
    emulatorClient.users().then(
      (users) => setNicknames(Object.fromEntries(users.map(({ openid, nickname }) => [openid, nickname]))),
      // The phones below say that the emulator does not answer.
      () => {},
    );
  }, []);
  return (
    <main class="phone-row">
      {openids.map((openid) => (
        <figure key={openid}>
          <figcaption>{nicknames[openid] ?? openid}</figcaption>
          <iframe
            src={`?user=${encodeURIComponent(openid)}`}
            title={`${nicknames[openid] ?? openid} 的手机`}
          />
        </figure>
      ))}
    </main>
  );
}
