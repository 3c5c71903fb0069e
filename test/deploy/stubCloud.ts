/**
 * A stub of the cloud's API on this machine, for the real tcb CLI: a proxy that every host leads to, with a certificate
 * of its own. What tcb asks and how it is answered was seen with @cloudbase/cli 2.12.10.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { temporaryFolder } from '../temporaryFolder';

/** One call of the cloud's API: https://cloud.tencent.com/document/api/583/17235 */
export interface CloudRequest {
  /** `CreateFunction` */
  action: string;
  body: Record<string, unknown>;
}

export interface StubCloud {
  readonly requests: CloudRequest[];
  /** What a process needs so that all that it asks for over HTTPS comes here, and it finds nobody's login. */
  readonly environment: Record<string, string>;
  /** From now on this action is refused. */
  refuse(action: string): void;
  close(): void;
}

const HOSTS = ['*.tencentcloudapi.com', '*.cloud.tencent.com', '*.beacon.qq.com'];

export async function startStubCloud(envId: string): Promise<StubCloud> {
  const folder = temporaryFolder({ 'home/.keep': '' });
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const names = `subjectAltName=${HOSTS.map((host) => `DNS:${host}`).join(',')}`;
  const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=stub'];
  execFileSync('openssl', [...options, '-keyout', key, '-out', certificate, '-addext', names], {
    stdio: 'ignore',
  });

  const requests: CloudRequest[] = [];
  const refused = new Set<string>();
  const api = createSecureServer({ key: readFileSync(key), cert: readFileSync(certificate) });
  api.on('request', async (request, response) => {
    const action = String(request.headers['x-tc-action'] ?? '');
    const body = await text(request);
    if (action !== '') requests.push({ action, body: JSON.parse(body) as Record<string, unknown> });
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        Response: { RequestId: 'stub', ...(refused.has(action) ? REFUSAL : answerTo(action, envId)) },
      }),
    );
  });
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');

  const proxy = createServer((_, response) => response.writeHead(404).end());
  proxy.on('connect', (_, client) => {
    const there = connect((api.address() as AddressInfo).port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      client.pipe(there).pipe(client);
    });
    there.on('error', () => client.destroy());
    client.on('error', () => there.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return {
    requests,
    environment: {
      PATH: process.env['PATH'] ?? '',
      HOME: join(folder, 'home'),
      NODE_EXTRA_CA_CERTS: certificate,
      // The one code of tcb's reads this name, the other that.
      ...Object.fromEntries(
        ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'].map((name) => [name, url]),
      ),
    },
    refuse: (action) => refused.add(action),
    close() {
      proxy.close();
      proxy.closeAllConnections();
      api.close();
      api.closeAllConnections();
    },
  };
}

const REFUSAL = { Error: { Code: 'InvalidParameterValue', Message: 'refused by the stub' } };

function answerTo(action: string, envId: string): object {
  if (action === 'GetFunction') return { Status: 'Active', Environment: { Variables: [] }, Triggers: [] };
  if (action !== 'DescribeEnvs') return {};
  const place = { Namespace: envId, Region: 'ap-shanghai' };
  const environment = {
    EnvId: envId,
    Alias: 'stub',
    Status: 'NORMAL',
    Source: 'qcloud',
    Region: 'ap-shanghai',
  };
  return { EnvList: [{ ...environment, Functions: [place], Databases: [{}], Storages: [{}] }], Total: 1 };
}
