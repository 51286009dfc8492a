/** What a customer does with a checkout, by mouse or by keyboard alone, in any browser. */
import { toFinder, until } from './customer.mjs';

const PAYMENT = ['iframe[title="Secure payment input frame"]'];
const ADDRESS = ['iframe[title="Secure address input frame"]'];
const CHALLENGE = ['iframe[src*="challenge"]', '#challengeFrame'];

/** Stops of the keyboard that are more than any page of ours has. */
const LAST = 40;

/** What has the keyboard in a document, through shadow roots: its name as it is read out, and the frame it is, if it is one. */
const FOCUSED = `(() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  if (!node || node === document.body) return { name: window === top ? 'the page' : '', frame: null };
  if (node.localName === 'iframe') return { name: '', frame: node.id ? '#' + node.id : 'iframe[name="' + node.name + '"]' };
  const named = node.getAttribute('aria-labelledby');
  const texts = named ? [node.getRootNode().getElementById(named)] : node.labels?.length ? [...node.labels] : [node];
  const name = node.getAttribute('aria-label') ?? texts.map((each) => each?.textContent).join(' ');
  return { name: name.replaceAll(/\\s+/g, ' ').trim(), frame: null };
})()`;

/** How light a color is, 0 to 255. */
const LIGHTNESS = `((node, property) => {
  const [red, green, blue] = getComputedStyle(node)[property].match(/[\\d.]+/g).map(Number);
  return 0.3 * red + 0.59 * green + 0.11 * blue;
})`;

/** A checkout that one customer has before them. */
export class Checkout {
  customer;

  constructor(customer) {
    this.customer = customer;
  }

  /** Opens a page of the shop and waits until Stripe's fields can be used. */
  static async open(customer, url) {
    await customer.visit(url);
    const checkout = new Checkout(customer);
    await checkout.reaches('ready');
    await checkout.sees(PAYMENT, "document.querySelector('[name=number]') !== null");
    return checkout;
  }

  async reaches(state) {
    await until(`the state ${state}`, async () => ((await this.state()) === state ? true : null));
  }

  state() {
    return this.customer.look("document.querySelector('billing-checkout')?.state");
  }

  /** Waits until an expression is true, in the page or in a frame. */
  async sees(frames, expression) {
    await until(expression, async () => ((await this.customer.look(expression, frames)) === true ? true : null));
  }

  /** Waits until the element says these words in what is seen of it. */
  async says(words) {
    const text = "document.querySelector('billing-checkout').shadowRoot.textContent.replaceAll(/\\s+/g, ' ')";
    await this.sees([], `${text}.includes(${JSON.stringify(words)})`);
  }

  async fillEmail() {
    await this.#fill({ css: 'input[type=email]' }, 'grace@example.com');
  }

  async fillAddress() {
    await this.#fill({ frames: ADDRESS, css: '[name=name]' }, 'Ada Lovelace');
    await this.#fill({ frames: ADDRESS, css: '[name=addressLine1]' }, '12 St James Square');
    await this.#fill({ frames: ADDRESS, css: '[name=locality]' }, 'New York');
    await this.customer.look(
      `(() => {
        const select = document.querySelector('[name=administrativeArea]');
        select.value = 'NY';
        for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
      })()`,
      ADDRESS,
    );
    await this.#fill({ frames: ADDRESS, css: '[name=postalCode]' }, '10001');
  }

  async fillCard(number) {
    await this.#fill({ frames: PAYMENT, css: '[name=number]' }, number);
    await this.#fill({ frames: PAYMENT, css: '[name=expiry]' }, '1234');
    await this.#fill({ frames: PAYMENT, css: '[name=cvc]' }, '123');
  }

  async fill(number) {
    await this.fillEmail();
    await this.fillAddress();
    await this.fillCard(number);
  }

  async pay() {
    await this.customer.click({ css: 'button[part~=submit]' });
  }

  /** Fills the form, pays, and has paid. */
  async buys(number) {
    await this.fill(number);
    await this.pay();
    await this.reaches('complete');
  }

  /** From the details to the payment. */
  async goOn() {
    await this.customer.click({ css: 'button[part~=continue]' });
    await this.hasKeyboard('Payment');
  }

  /** From the payment to the details. */
  async goBack() {
    await this.customer.click({ css: 'button[part~=back]' });
    await this.hasKeyboard('Contact');
  }

  /** Waits until the colors of the checkout and of Stripe's fields are so. */
  async isDrawn(look) {
    const compare = look === 'light on dark' ? '>' : '<';
    await this.sees(
      [],
      `${LIGHTNESS}(document.querySelector('billing-checkout').shadowRoot.querySelector('input'), 'color') ${compare} 128`,
    );
    await this.sees(PAYMENT, `${LIGHTNESS}(document.querySelector('[name=number]'), 'color') ${compare} 128`);
  }

  /** Waits until the keyboard is at something of that name. */
  async hasKeyboard(name) {
    await until(`${name} to have the keyboard`, async () => ((await this.focused()) === name ? true : null));
  }

  /** Tabs from field to field and types into each; gives what was passed. */
  async typeInto(fields) {
    const passed = [];
    for (const [name, text] of fields) {
      passed.push(...(await this.tabTo(name)));
      await this.customer.type(text);
    }
    return passed;
  }

  /** Confirms in the bank's dialog. */
  async confirmAtBank() {
    await this.customer.click({ frames: CHALLENGE, css: '#test-source-authorize-3ds' });
  }

  /** The name of what has the keyboard; empty while it is between two frames. */
  async focused() {
    const frames = [];
    for (;;) {
      const { name, frame } = await this.customer.look(FOCUSED, frames);
      if (frame === null) return name;
      frames.push(frame);
    }
  }

  /** Tabs until something of that name has the keyboard; gives what was passed, the last included. */
  async tabTo(name, key = 'Tab') {
    const passed = [];
    while (passed.length < LAST) {
      const before = await this.focused();
      await this.customer.press(key);
      const at = await until(`${key} to lead away from ${before}`, async () => {
        const now = await this.focused();
        return now !== '' && now !== before ? now : null;
      });
      passed.push(at);
      if (name.test(at)) return passed;
    }
    throw new Error(`Nothing called ${String(name)} can be tabbed to: ${passed.join(', ')}.`);
  }

  /** Empties a field and types into it, as people do. */
  async #fill(place, text) {
    // A field that others make room for may move away from under the mouse.
    await until(`${place.css} to be typed in`, async () => {
      await this.customer.click(place);
      const taken = `(() => {
        const field = ${toFinder(place.css)};
        if (field.getRootNode().activeElement !== field) return false;
        field.select();
        return true;
      })()`;
      return (await this.customer.look(taken, place.frames)) === true ? true : null;
    });
    await this.customer.type(text);
  }
}
