// @vitest-environment jsdom
/** Which language the customer reads. */
import { afterEach, expect, it } from 'vitest';
import { readLocale } from '../../src/element/locale.js';

const place = (markup: string, locale: string | null = null) => {
  document.body.innerHTML = markup;
  return Object.assign(document.querySelector('b') ?? document.body, { locale });
};

afterEach(() => {
  document.documentElement.removeAttribute('lang');
});

it('is what the tag says', () => {
  document.documentElement.lang = 'fr';
  expect(readLocale(place('<b></b>', 'pt-BR'))).toBe('pt-BR');
});

it('is else the nearest lang', () => {
  document.documentElement.lang = 'fr';
  expect(readLocale(place('<p lang="de"><i><b></b></i></p>'))).toBe('de');
  expect(readLocale(place('<p><b></b></p>'))).toBe('fr');
});

it('is looked for across shadow roots', () => {
  document.body.innerHTML = '<p lang="ja"><span></span></p>';
  const root = document.querySelector('span')?.attachShadow({ mode: 'closed' });
  const inside = Object.assign(document.createElement('b'), { locale: null });
  root?.append(inside);
  expect(readLocale(inside)).toBe('ja');
});

it.each(['en_US!', '', 'c', '-'])('skips what is no language: %j', (typo) => {
  expect(readLocale(place(`<p lang="de"><i lang="${typo}"><b></b></i></p>`, typo))).toBe('de');
});

it('is the browser’s where the page says nothing', () => {
  expect(readLocale(place('<b></b>'))).toBe(navigator.language);
});
