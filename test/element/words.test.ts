// @vitest-environment jsdom
/** The words of one tag: what is spoken while other words are on their way, and after. */
import { afterEach, expect, it, vi } from 'vitest';
import { Words } from '../../src/element/words.js';

function start(locale: string | null, messages: object | null = null) {
  const requestUpdate = vi.fn();
  const host = {
    addController: vi.fn(),
    removeController: vi.fn(),
    requestUpdate,
    updateComplete: Promise.resolve(true),
  };
  const tag = Object.assign(document.createElement('p'), host, { locale, messages });
  document.body.append(tag);
  const words = new Words(tag);
  return {
    tag,
    words,
    changed: async (): Promise<void> => {
      await vi.waitFor(() => {
        expect(requestUpdate).toHaveBeenCalled();
      }, 10_000);
      requestUpdate.mockClear();
    },
  };
}

afterEach(() => {
  document.body.innerHTML = '';
});

it('speaks English at once', () => {
  const { words } = start('en-GB');
  expect(words.speak()).toMatchObject({ lang: 'en', dir: 'ltr', locale: 'en-GB', pending: false });
});

it('keeps the words before until the others are there', async () => {
  const { words, tag, changed } = start('de-AT');
  expect(words.speak()).toMatchObject({ lang: 'en', locale: 'en', pending: true });
  await changed();
  const german = words.speak();
  expect(german).toMatchObject({ lang: 'de', locale: 'de-AT', dir: 'ltr', pending: false });
  expect(german.messages.email).toBe('E-Mail');
  tag.locale = 'ar';
  expect(words.speak()).toMatchObject({ lang: 'de', locale: 'de', pending: true });
  await changed();
  expect(words.speak()).toMatchObject({ lang: 'ar', dir: 'rtl', pending: false });
});

it('speaks what was asked for last', async () => {
  const { words, tag, changed } = start('de');
  for (const locale of ['de', 'fr', 'ja']) {
    tag.locale = locale;
    words.speak();
  }
  await changed();
  expect(words.speak().messages.email).toBe('メールアドレス');
});

it('goes back to English', async () => {
  const { words, tag, changed } = start('de');
  words.speak();
  await changed();
  tag.locale = 'en';
  words.speak();
  await changed();
  expect(words.speak()).toMatchObject({ lang: 'en', pending: false });
});

it('writes dates and money in English where it speaks English', () => {
  expect(start('bg-BG').words.speak()).toMatchObject({ lang: 'en', locale: 'en', pending: false });
});

it('puts the host’s words over every language', async () => {
  const { words, changed } = start('de', { email: 'E-Mail-Adresse' });
  expect(words.speak().messages.email).toBe('E-Mail-Adresse');
  await changed();
  const { messages } = words.speak();
  expect([messages.email, messages.address]).toEqual(['E-Mail-Adresse', 'Rechnungsadresse']);
});

it('hears of a lang around it, in every root, and of none once it is gone', async () => {
  const { words, tag, changed } = start(null);
  const outer = document.body.appendChild(document.createElement('section'));
  const inner = document.createElement('div');
  outer.attachShadow({ mode: 'closed' }).append(inner);
  inner.append(tag);
  words.hostConnected();
  for (const place of [inner, outer]) {
    place.lang = 'fr';
    await changed();
  }
  expect(words.speak()).toMatchObject({ pending: true });
  await changed();
  words.hostDisconnected();
  outer.lang = 'de';
  await new Promise((resolve) => queueMicrotask(() => resolve(null)));
  expect(tag.requestUpdate).not.toHaveBeenCalled();
});
