/** What language a tag speaks now: its own words over a catalog over English. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Messages } from '../core/messages.js';
import type { Speech } from './extras/extra-speaker.js';
import { loadCatalog, toCatalogTag, type Catalog } from './load-catalog.js';
import { readLocale } from './locale.js';
import { en } from './locales/en.js';
import { overlay } from './merge-words.js';
import { watchLang } from './watch-lang.js';

/** What is said, and how it is written. */
export interface Spoken {
  readonly messages: Messages;
  /** Tag of the catalog. */
  readonly lang: string;
  /** For money and dates: the customer's locale, where its language is the one that is spoken. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** Other words than these are on their way. */
  readonly pending: boolean;
}

/** A tag, and what it says about its words. */
interface Tag extends Element, ReactiveControllerHost {
  readonly locale: string | null;
  readonly messages: unknown;
}

/** The words of one tag. */
export class Words implements ReactiveController {
  readonly #tag: Tag;
  #stopWatching: (() => void) | null = null;
  #wanted = 'en';
  #pending = false;
  #lang = 'en';
  #catalog: Catalog | null = null;
  #own: unknown = null;
  #messages: Messages | null = en;

  constructor(tag: Tag) {
    this.#tag = tag;
    tag.addController(this);
  }

  /** The locale that the tag asks for. BCP 47. */
  get asked(): string {
    return readLocale(this.#tag);
  }

  hostConnected(): void {
    this.#stopWatching = watchLang(this.#tag, this.#redraw);
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
  }

  /**
   * Speaks the tag's locale. Words that are still to come are fetched, and the tag is drawn again when they are there; until
   * then those before stay.
   */
  speak(): Spoken {
    const locale = this.asked;
    const own = this.#tag.messages;
    const asked = toCatalogTag(locale);
    if (asked !== this.#wanted) void this.#load(asked);
    if (own !== this.#own) this.#messages = null;
    this.#own = own;
    const lang = this.#lang;
    const catalog = this.#catalog;
    this.#messages ??= overlay(catalog ? overlay(en, catalog, true, `locales/${lang}`) : en, own, false, 'messages');
    return {
      messages: this.#messages,
      lang,
      // Nothing of another language within a sentence.
      locale: locale.toLowerCase().startsWith(lang.slice(0, 2)) ? locale : lang,
      dir: /^(ar|he)/.test(lang) ? 'rtl' : 'ltr',
      pending: this.#pending,
    };
  }

  /** For the file of the extra fields, which has words of its own. */
  readonly speech = (): Spoken & Speech => ({ ...this.speak(), ownWords: this.#tag.messages, redraw: this.#redraw });

  readonly #redraw = (): void => {
    this.#tag.requestUpdate();
  };

  async #load(asked: string): Promise<void> {
    this.#wanted = asked;
    this.#pending = true;
    const catalog = asked === 'en' ? null : await loadCatalog(asked);
    if (this.#wanted !== asked) return;
    this.#pending = false;
    this.#lang = catalog ? asked : 'en';
    this.#catalog = catalog;
    this.#messages = null;
    this.#redraw();
  }
}
