/** So many requests over a few kept connections, each sent when the one before on its connection has answered. */
import { Agent, request } from 'node:http';

const CONNECTIONS = 8;

/** Resolves to the seconds it took, and to what each request took, in milliseconds, sorted. Rejects when one is refused. */
export async function shoot(url, amount, toRequest) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const latencies = [];
  let left = amount;
  const fire = async () => {
    while (left > 0) {
      left -= 1;
      const begun = performance.now();
      await send(agent, url, toRequest());
      latencies.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, fire));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return { seconds, latencies: latencies.toSorted((a, b) => a - b) };
}

const send = (agent, url, { path, headers, body }) =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode < 300) resolve();
        else reject(new Error(`${path} answered ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
