/** Runs in a page before anything else: counts timers, observers and instances of Stripe, and knows whose they are. */

/** Whatever does not come from Stripe's script is ours: the page itself makes nothing. `stripe` is where that script is from. */
export function countInPage(stripe) {
  /** Whoever asks now: the caller's caller. */
  const isOurs = () => !(new Error().stack ?? '').includes(`${stripe}/`);
  const timers = new Map();
  const observers = new Set();
  const instances = new Map();
  window.leaks = {
    timers: () => [...timers.values()],
    observers: () => [...observers].flatMap((each) => each.deref() ?? []).filter(({ watches }) => watches).length,
    instances: () => Object.fromEntries(instances),
  };

  for (const [set, clear] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
    ['requestIdleCallback', 'cancelIdleCallback'],
  ]) {
    const [begin, end] = [window[set].bind(window), window[clear].bind(window)];
    window[set] = (action, ...rest) => {
      const ours = isOurs();
      const id = begin(
        (...given) => {
          if (set !== 'setInterval') timers.delete(`${set} ${id}`);
          return action(...given);
        },
        ...rest,
      );
      if (ours) timers.set(`${set} ${id}`, `${set}(${rest[0] ?? ''})`);
      return id;
    };
    window[clear] = (id) => {
      timers.delete(`${set} ${id}`);
      end(id);
    };
  }

  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    window[name] = class extends window[name] {
      watches = false;
      constructor(...given) {
        super(...given);
        if (isOurs()) observers.add(new WeakRef(this));
      }
      observe(...given) {
        this.watches = true;
        super.observe(...given);
      }
      disconnect() {
        this.watches = false;
        super.disconnect();
      }
    };
  }

  // As soon as Stripe's script has run, and before anybody else's.
  const count = ({ target }) => {
    if (!(target instanceof window.HTMLScriptElement) || !target.src.endsWith('/stripe.js')) return;
    const { Stripe } = window;
    window.Stripe = Object.assign((key, options) => {
      const id = `${key} ${options?.locale ?? 'auto'}`;
      instances.set(id, (instances.get(id) ?? 0) + 1);
      return Stripe(key, options);
    }, Stripe);
  };
  document.addEventListener('load', count, { capture: true });
}
