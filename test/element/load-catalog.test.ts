/** Which catalog speaks a locale. */
import { expect, it } from 'vitest';
import { toCatalogTag } from '../../src/element/load-catalog.js';

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE-ch', 'de'],
  ['fr-CA', 'fr'],
  ['es-419', 'es'],
  ['pt', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-PT'],
  ['pt-AO', 'pt-PT'],
  ['zh', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-TW', 'zh-TW'],
  ['zh-Hans-HK', 'zh-CN'],
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['nn', 'nb'],
  ['iw', 'he'],
  ['in', 'id'],
  ['ar-EG', 'ar'],
  ['en-XA', 'en-XA'],
  ['ar-XB', 'ar-XB'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['bg', 'en'],
  ['tlh', 'en'],
  ['und', 'en'],
  ['de-u-nu-arab', 'de'],
])('%s is spoken by %s', (locale, tag) => {
  expect(toCatalogTag(locale)).toBe(tag);
});
