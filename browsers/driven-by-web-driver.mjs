/** WebKit by classic WebDriver: WebKitGTK's own driver, on a screen that nobody looks at. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { HEIGHT, toFinder, until, WIDTH } from './customer.mjs';
import { takePort, WebDriverSession } from './web-driver-session.mjs';

/** The keys' code points. Source: W3C WebDriver, "Keyboard actions". */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Space: ' ', Shift: '\uE008' };

const isKey = (name) => name in KEYS;

/** What has the keyboard in the page, through shadow roots, unless it is in a frame. */
const DEEPEST = `(() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node?.localName === 'iframe' ? null : node;
})()`;

/** Starts it. A screen of our own is laid up where there is none. */
export async function startWebDriver(driver, screen) {
  const processes = [];
  const display = screen === null ? process.env['DISPLAY'] : await startScreen(screen, processes);
  const serve = async (dark) => {
    const port = await takePort();
    const env = { ...process.env, DISPLAY: display, ...(dark ? { GTK_THEME: 'Adwaita:dark' } : {}) };
    processes.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
    const url = `http://127.0.0.1:${port}`;
    await until('the driver of WebKit', async () => ((await fetch(`${url}/status`)).ok ? true : null));
    return url;
  };
  const light = await serve(false);
  let dark = null;
  const probe = await WebDriverSession.open(light);
  await probe.close();
  return {
    title: `WebKitGTK ${probe.version}`,
    async open(likes) {
      if (likes.dark) dark ??= await serve(true);
      const session = await WebDriverSession.open(likes.dark && dark !== null ? dark : light);
      await session.call('POST', '/window/rect', { x: 0, y: 0, width: likes.width ?? WIDTH, height: HEIGHT });
      return new WebDriverCustomer(session);
    },
    async close() {
      for (const each of processes.reverse()) {
        each.kill();
        if (each.exitCode === null && each.signalCode === null) await once(each, 'exit');
      }
    },
  };
}

/** It chooses its number itself, and says which. */
async function startScreen(program, processes) {
  const args = ['-displayfd', '3', '-screen', '0', '1600x2400x24', '-nolisten', 'tcp'];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  processes.push(child);
  const [said] = await once(child.stdio[3], 'data');
  return `:${said.toString().trim()}`;
}

class WebDriverCustomer {
  errors = [];
  #session;

  constructor(session) {
    this.#session = session;
  }

  async visit(url) {
    await this.#session.call('POST', '/url', { url });
  }

  async reload() {
    await this.#session.call('POST', '/refresh', {});
  }

  async look(expression, frames = []) {
    await this.#enter(frames);
    return this.#session.run(`return (${expression})`);
  }

  async click({ frames = [], css }) {
    // Whatever is in the page loses the keyboard to a click in a frame, but not to a driver that has looked into that frame.
    if (frames.length > 0) await this.look(`(${DEEPEST})?.blur()`);
    const element = await until(css, async () => {
      await this.#enter(frames);
      return this.#session.find(toFinder(css));
    });
    // Not the driver's own click: it takes whatever lies in a shadow root for covered.
    await this.#session.run(`${toFinder(css)}.scrollIntoView({ block: 'nearest' })`);
    const origin = element.reference;
    const actions = [
      { type: 'pointerMove', duration: 0, x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#session.call('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async type(text) {
    await this.#press([...text].flatMap((value) => [down(value), up(value)]));
  }

  async press(key) {
    const values = key.split('+').map((name) => (isKey(name) ? KEYS[name] : name));
    await this.#press([...values.map(down), ...values.reverse().map(up)]);
  }

  async picture() {
    await this.#enter([]);
    // What is drawn is a frame or two behind what is so.
    const script = 'requestAnimationFrame(() => requestAnimationFrame(arguments[0]))';
    await this.#session.call('POST', '/execute/async', { script, args: [] });
    return Buffer.from(String(await this.#session.call('GET', '/screenshot')), 'base64');
  }

  async leave() {
    await this.#session.close();
  }

  async #press(actions) {
    await this.#session.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** From the page inwards: a driver stays in the frame it was in last. */
  async #enter(frames) {
    await this.#session.call('POST', '/frame', { id: null });
    // Whoever looks into a frame gives it the keyboard, in WebKit's driver: the page takes it back, unless a frame has it by right.
    await this.#session.run("if (document.activeElement?.localName !== 'iframe') window.focus()");
    for (const css of frames) {
      const frame = await this.#session.find(toFinder(css));
      if (frame === null) throw new Error(`There is no frame ${css}.`);
      await this.#session.call('POST', '/frame', { id: frame.reference });
    }
  }
}

const down = (value) => ({ type: 'keyDown', value });
const up = (value) => ({ type: 'keyUp', value });
