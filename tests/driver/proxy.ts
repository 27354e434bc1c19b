/** Leads every https address to the local server, port and all, so that pages in Firefox have their sites' exact addresses. */
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export interface Proxy {
  port: number;
  close(): void;
}

/** Without a server, every address leads nowhere: tests never reach the network. */
export async function startProxy(serverPort: number | undefined): Promise<Proxy> {
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', (_, client) => {
    client.on('error', () => {});
    if (!serverPort) return void client.end('HTTP/1.1 502 Nowhere\r\n\r\n');
    const upstream = connect(serverPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return {
    port: (proxy.address() as AddressInfo).port,
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
