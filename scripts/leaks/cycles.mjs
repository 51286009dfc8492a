/** What a page does over and over again, run in the page: each cycle ends as it began. */

/** Helpers that every cycle is given; in the page. */
export function installHelpers({ key }) {
  const drawn = () => new Promise((done) => window.requestAnimationFrame(() => window.requestAnimationFrame(done)));
  const make = (attributes = {}) => {
    const element = document.createElement('billing-checkout');
    const all = { 'publishable-key': key, endpoint: '/billing', price: 'pro_monthly', quantity: '2', ...attributes };
    for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
    return element;
  };
  const ready = (element) => new Promise((done) => element.addEventListener('billing-ready', done, { once: true }));
  const open = async (attributes) => {
    const element = make(attributes);
    const opened = ready(element);
    document.querySelector('main').append(element);
    await opened;
    return element;
  };
  const close = async (element) => {
    element.remove();
    await Promise.resolve();
    await drawn();
  };
  window.cycles = { make, open, ready, close, drawn };
}

/** Each kind: what is set up once, and one cycle. In the page; `index` counts from 0. */
export const KINDS = {
  /** Put in and taken out: at once, while it loads, once it is ready, and with something typed. */
  connect: {
    cycle: async (index) => {
      const { make, open, close, drawn } = window.cycles;
      if (index % 4 < 2) {
        const element = make({ flow: index % 8 < 4 ? 'one-page' : 'two-page' });
        document.querySelector('main').append(element);
        if (index % 4 === 1) await drawn();
        return close(element);
      }
      const element = await open();
      if (index % 4 === 3) {
        const email = element.shadowRoot.querySelector('input[type=email]');
        email.value = 'grace@example.com';
        email.dispatchEvent(new window.InputEvent('input', { bubbles: true }));
        await element.validate();
      }
      return close(element);
    },
  },
  flow: {
    open: {},
    cycle: async (index) => {
      const element = document.querySelector('billing-checkout');
      element.flow = index % 2 === 0 ? 'two-page' : 'one-page';
      await element.updateComplete;
      await element.validate();
      await window.cycles.drawn();
    },
  },
  locale: {
    open: {},
    cycle: async (index) => {
      const element = document.querySelector('billing-checkout');
      element.locale = ['de', 'ar', 'ja', 'en'][index % 4];
      await element.updateComplete;
      await window.cycles.drawn();
    },
  },
  theme: {
    open: {},
    cycle: async (index) => {
      const element = document.querySelector('billing-checkout');
      element.theme = index % 2 === 0 ? 'dark' : 'light';
      element.appearance = { variables: { borderRadius: `${index % 5}px` } };
      await element.updateComplete;
      await window.cycles.drawn();
    },
  },
};
