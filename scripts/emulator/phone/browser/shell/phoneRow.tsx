/** Several users' phones side by side: `?user=A&user=B`. */
import './phoneRow.css';

export function PhoneRow({ openids }: { openids: string[] }) {
  return (
    <main class="phone-row">
      {openids.map((openid) => (
        <iframe key={openid} src={`?user=${encodeURIComponent(openid)}`} title={`${openid} 的手机`} />
      ))}
    </main>
  );
}
