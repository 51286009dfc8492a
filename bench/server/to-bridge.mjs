/** Leads Node's HTTP/2 requests to a function from Request to Response, and writes down each. */

const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** Milliseconds since 1970, finer than `Date.now()`. */
const now = () => performance.timeOrigin + performance.now();

/** A listener for `createSecureServer`. */
export function toBridge(host, answer, note) {
  return async (incoming, outgoing) => {
    const at = now();
    try {
      const request = await toRequest(host, incoming);
      const response = await answer(request);
      const body = Buffer.from(await response.arrayBuffer());
      note({ host, method: request.method, path: new URL(request.url).pathname, bytes: body.length, at });
      for (const [name, value] of response.headers) if (!HOP.has(name)) outgoing.setHeader(name, value);
      outgoing.statusCode = response.status;
      outgoing.end(body);
    } catch (error) {
      console.error(error);
      outgoing.statusCode = 500;
      outgoing.end();
    }
  };
}

async function toRequest(host, incoming) {
  const { method, url, headers } = incoming;
  const parts = [];
  for await (const part of incoming) parts.push(part);
  const given = Object.entries(headers).filter(([name]) => !name.startsWith(':') && !HOP.has(name));
  return new Request(`https://${host}${url}`, {
    method,
    headers: given,
    ...(parts.length > 0 && { body: Buffer.concat(parts) }),
  });
}
