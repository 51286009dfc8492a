/** Against OpenFeature's own web SDK, with its in-memory provider. */
import {
  OpenFeature,
  ProviderEvents,
  ProviderStatus,
  TypedInMemoryProvider,
  type EvaluationContext,
} from '@openfeature/web-sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOpenFeatureVariant, trackOpenFeatureExposure } from '../../src/experiment/open-feature.js';

const flags = (disabled = false) => ({
  flow: {
    disabled,
    variants: { on: 'one-page', off: 'two-page' },
    defaultVariant: 'off' as const,
    contextEvaluator: ({ plan }: EvaluationContext) => (plan === 'pro' ? ('on' as const) : ('off' as const)),
  },
});

/** A provider that is ready, or has taken in a context, when the test says so. */
class SlowProvider extends TypedInMemoryProvider {
  ready: () => void = () => undefined;
  switched: () => void = () => undefined;
  readonly tracked: unknown[] = [];

  initialize(): Promise<void> {
    return new Promise((resolve) => (this.ready = resolve));
  }

  onContextChange(): Promise<void> {
    return new Promise((resolve) => (this.switched = resolve));
  }

  track(name: string, _context: unknown, details: unknown): void {
    this.tracked.push([name, details]);
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(async () => {
  vi.useRealTimers();
  await OpenFeature.clearProviders();
  await OpenFeature.clearContexts();
});

describe('a variant from OpenFeature', () => {
  it('is the flag’s value, at once when the provider is ready', async () => {
    await OpenFeature.setProviderAndWait(new TypedInMemoryProvider(flags()), { plan: 'pro' });
    expect(await readOpenFeatureVariant(OpenFeature.getClient(), 'flow')).toBe('one-page');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is waited for until the provider is ready', async () => {
    const provider = new SlowProvider(flags());
    void OpenFeature.setProvider(provider);
    const client = OpenFeature.getClient();
    const reading = readOpenFeatureVariant(client, 'flow');
    provider.ready();
    expect(await reading).toBe('two-page');
    expect(vi.getTimerCount()).toBe(0);
    expect(client.getHandlers(ProviderEvents.Ready)).toEqual([]);
  });

  it('is that of the visitor who has just logged in, not of the one before', async () => {
    const provider = new SlowProvider(flags());
    const set = OpenFeature.setProviderAndWait(provider);
    provider.ready();
    await set;
    const client = OpenFeature.getClient();
    void OpenFeature.setContext({ plan: 'pro' });
    // A quick provider is told to be reconciling only after a turn.
    await vi.waitFor(() => {
      expect(client.providerStatus).toBe(ProviderStatus.RECONCILING);
    }, 10_000);
    const reading = readOpenFeatureVariant(client, 'flow');
    provider.switched();
    expect(await reading).toBe('one-page');
  });

  it('is given up after the second that the element waits', async () => {
    void OpenFeature.setProvider(new SlowProvider(flags()));
    const reading = readOpenFeatureVariant(OpenFeature.getClient(), 'flow');
    vi.advanceTimersByTime(999);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await reading).toBeNull();
  });

  it('is none where the flag is unknown, switched off, or no text', async () => {
    await OpenFeature.setProviderAndWait(
      new TypedInMemoryProvider({
        ...flags(true),
        number: { variants: { a: 1 }, defaultVariant: 'a', disabled: false },
      }),
    );
    const client = OpenFeature.getClient();
    for (const flag of ['missing', 'flow', 'number']) expect(await readOpenFeatureVariant(client, flag)).toBeNull();
  });
});

describe('an exposure', () => {
  it('is a tracking event of the provider', async () => {
    const provider = new SlowProvider(flags());
    const set = OpenFeature.setProviderAndWait(provider);
    provider.ready();
    await set;
    trackOpenFeatureExposure(OpenFeature.getClient(), { name: 'flow', variant: 'one-page', differs: true });
    expect(provider.tracked).toEqual([
      ['billing-exposure', { experiment: 'flow', variant: 'one-page', differs: true }],
    ]);
  });
});
