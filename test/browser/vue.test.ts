/** The tag in Vue, in a real browser with real frames: hydration, slotted children, properties, events. */
import { createSSRApp, defineComponent, h, nextTick, onMounted, ref, type App, type Component } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { beforeAll, expect, inject, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../src/index.js';
import { cards, typeAddress, typeCard } from './support/fields.js';
import { loadLocalStripe } from './support/local-stripe.js';
import { usePage } from './support/place.js';
import { queriesOf } from './support/queries-of.js';

const { endpoint, publishableKey } = inject('shop');
usePage();

beforeAll(loadLocalStripe);

/** What Vue and we have said; the page's own spy listens. */
const warnings = (): readonly string[] =>
  vi
    .spyOn(console, 'warn')
    .mock.calls.map(([text]) => String(text))
    .filter((text) => /^\[(?:Vue|billing)/.test(text));

/** What the page of these tests says of the tag. */
interface Story {
  /** Vue's own nodes for Stripe's fields, as pages have them that hydrate late. */
  readonly nodes: boolean;
  readonly onBillingComplete?: (event: Event) => void;
}

const seats = ref(2);

const upgrade = ({ nodes, onBillingComplete }: Story): Component =>
  defineComponent(() => {
    const mounted = ref(false);
    onMounted(() => {
      mounted.value = true;
    });
    return () =>
      h(
        'billing-checkout',
        { 'publishable-key': publishableKey, endpoint, price: 'pro_monthly', quantity: seats.value, onBillingComplete },
        [
          h('p', { slot: 'legal' }, mounted.value ? 'Hydrated terms' : 'Terms'),
          ...(nodes ? [h('div', { slot: 'payment' }), h('div', { slot: 'address' })] : []),
        ],
      );
  });

/** What a server sends, in the page. */
async function serve(story: Story): Promise<{ readonly place: HTMLElement; readonly hydrate: () => void }> {
  seats.value = 2;
  const html = await renderToString(createSSRApp(upgrade(story)));
  const place = document.createElement('main');
  place.innerHTML = html;
  let app: App | undefined;
  onTestFinished(() => {
    app?.unmount();
    place.remove();
  });
  document.body.append(place);
  return {
    place,
    hydrate: () => {
      app = createSSRApp(upgrade(story));
      app.mount(place);
    },
  };
}

const isReady = (tag: HTMLElementTagNameMap['billing-checkout'] | null): Promise<void> =>
  expect.poll(() => tag?.state, { timeout: 15_000 }).toBe('ready');

it('hydrates what a server has rendered, slotted children too, and sells', async () => {
  const onBillingComplete = vi.fn();
  const { place, hydrate } = await serve({ nodes: false, onBillingComplete });
  const tag = place.querySelector('billing-checkout');
  const terms = place.querySelector('[slot=legal]');
  hydrate();
  await isReady(tag);
  const frames = [...place.querySelectorAll('iframe')];
  expect(frames).toHaveLength(2);

  await userEvent.fill(queriesOf(tag!).getByLabelText('Email'), 'ada@example.com');
  await typeAddress();
  await typeCard(cards.pays);
  seats.value = 3;
  await vi.waitFor(() => {
    expect(queriesOf(tag!).getByText('3 × $8.75 / month')).toBeVisible();
  }, 10_000);
  expect(place.querySelector('billing-checkout')).toBe(tag);
  expect(place.querySelector('[slot=legal]')).toBe(terms);
  expect(terms).toHaveTextContent('Hydrated terms');
  expect([...place.querySelectorAll('iframe')]).toEqual(frames);
  expect(await tag?.submit()).toBe('complete');
  expect(onBillingComplete).toHaveBeenCalledOnce();
  expect(warnings()).toEqual([]);
});

it('keeps its frames and what was typed when Vue comes late, with nodes of the page', async () => {
  const { place, hydrate } = await serve({ nodes: true });
  const tag = place.querySelector('billing-checkout');
  await isReady(tag);
  const frames = [...place.querySelectorAll('iframe')];
  await userEvent.fill(queriesOf(tag!).getByLabelText('Email'), 'ada@example.com');
  await typeAddress();
  await typeCard(cards.pays);

  hydrate();
  await nextTick();
  expect(place.querySelector('[slot=legal]')).toHaveTextContent('Hydrated terms');
  expect([...place.querySelectorAll('iframe')]).toEqual(frames);
  expect(await tag?.submit()).toBe('complete');
  expect(warnings()).toEqual([]);
});
