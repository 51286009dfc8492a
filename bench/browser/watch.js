/**
 * Runs in every frame before anything of the page: notes what can be seen, and when. It knows no contender, only Stripe's frames
 * and the place of the checkout (`[data-checkout]`).
 */
(() => {
  const at = () => performance.timeOrigin + performance.now();
  const seen = {
    fieldsAt: null,
    skeletonAt: null,
    shownAt: null,
    paidAt: null,
    shift: 0,
    longest: 0,
    blocking: 0,
    events: [],
  };
  window.benchSeen = seen;

  if (window.top !== window) {
    // In a frame of Stripe's: its fields are there as soon as there is something to type in.
    const look = () => {
      if (seen.fieldsAt !== null || !document.querySelector('input')) return;
      seen.fieldsAt = at();
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    return;
  }

  const FRAMES = 'iframe[title^="Secure payment input"], iframe[title^="Secure address input"]';
  /** Whether the middle of a frame is what a customer would click on there. */
  const isShown = (frame) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    if (width < 40 || height < 40 || frame.closest('[inert]')) return false;
    if (!frame.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    return document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 40)) === frame;
  };
  const findButton = (root) => {
    const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    return root.querySelector('button[type=submit]') ?? inner.map(findButton).find((found) => found !== null) ?? null;
  };
  const seenYet = [];
  const look = () => {
    const place = document.querySelector('[data-checkout]');
    if (seen.skeletonAt === null && place && place.getBoundingClientRect().height > 8) seen.skeletonAt = at();
    const frames = [...document.querySelectorAll(FRAMES)];
    if (frames.length >= window.benchFrames && frames.every(isShown)) {
      seen.shownAt = at();
      for (const tell of seenYet.splice(0)) tell();
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  /** Resolves when the form is there. */
  seen.shown = () => new Promise((resolve) => (seen.shownAt === null ? seenYet.push(resolve) : resolve()));
  /** Resolves when there is a button to press, wherever in the checkout's place it is, and nothing is left to do. */
  seen.settled = async () => {
    while (!findButton(document.querySelector('[data-checkout]'))?.checkVisibility())
      await new Promise(requestAnimationFrame);
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
  };
  /** After another mount: looks again. */
  seen.lookAgain = () => {
    seen.shownAt = null;
    requestAnimationFrame(look);
  };

  const observe = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  observe('longtask', ({ duration }) => {
    seen.longest = Math.max(seen.longest, duration);
    seen.blocking += Math.max(0, duration - 50);
  });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  observe(
    'event',
    ({ duration, interactionId }) => {
      if (interactionId) seen.events.push(duration);
    },
    { durationThreshold: 16 },
  );
  addEventListener('click', (event) => (seen.paidAt = performance.timeOrigin + event.timeStamp), { capture: true });
})();
