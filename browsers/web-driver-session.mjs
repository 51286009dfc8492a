/** The few commands of W3C WebDriver that are used here, over HTTP. */
import { createServer } from 'node:net';

/** The key of an element's reference. Source: W3C WebDriver, "web element identifier". */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A window of a browser. */
export class WebDriverSession {
  version;
  #url;

  constructor(url, version) {
    this.#url = url;
    this.version = version;
  }

  static async open(driver) {
    const { sessionId, capabilities } = await request('POST', `${driver}/session`, {
      capabilities: { alwaysMatch: {} },
    });
    return new WebDriverSession(`${driver}/session/${sessionId}`, capabilities.browserVersion);
  }

  /** One command; its answer's value. Rejects with what the driver says. */
  call(method, path, body) {
    return request(method, `${this.#url}${path}`, body);
  }

  /** Runs the body of a function where the session is. */
  run(script) {
    return this.call('POST', '/execute/sync', { script, args: [] });
  }

  /** The element that an expression gives. */
  async find(expression) {
    const reference = await this.run(`return ${expression}`);
    return reference === null ? null : { id: reference[ELEMENT], reference };
  }

  async close() {
    await this.call('DELETE', '');
  }
}

async function request(method, url, body) {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(value));
  return value;
}

/** A port that is free now. */
export async function takePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
