/** Where each catalog is. A literal path each, so that bundlers see them. */

/** The files of a catalog by its tag: what the form says, and what may follow. */
export const CATALOGS: Readonly<
  Record<string, () => Promise<readonly [{ readonly form: object }, { readonly later: object }]>>
> = {
  ar: () => Promise.all([import('./form/ar.js'), import('./later/ar.js')]),
  cs: () => Promise.all([import('./form/cs.js'), import('./later/cs.js')]),
  da: () => Promise.all([import('./form/da.js'), import('./later/da.js')]),
  de: () => Promise.all([import('./form/de.js'), import('./later/de.js')]),
  el: () => Promise.all([import('./form/el.js'), import('./later/el.js')]),
  es: () => Promise.all([import('./form/es.js'), import('./later/es.js')]),
  fi: () => Promise.all([import('./form/fi.js'), import('./later/fi.js')]),
  fr: () => Promise.all([import('./form/fr.js'), import('./later/fr.js')]),
  he: () => Promise.all([import('./form/he.js'), import('./later/he.js')]),
  hu: () => Promise.all([import('./form/hu.js'), import('./later/hu.js')]),
  id: () => Promise.all([import('./form/id.js'), import('./later/id.js')]),
  it: () => Promise.all([import('./form/it.js'), import('./later/it.js')]),
  ja: () => Promise.all([import('./form/ja.js'), import('./later/ja.js')]),
  ko: () => Promise.all([import('./form/ko.js'), import('./later/ko.js')]),
  nb: () => Promise.all([import('./form/nb.js'), import('./later/nb.js')]),
  nl: () => Promise.all([import('./form/nl.js'), import('./later/nl.js')]),
  pl: () => Promise.all([import('./form/pl.js'), import('./later/pl.js')]),
  'pt-BR': () => Promise.all([import('./form/pt-BR.js'), import('./later/pt-BR.js')]),
  'pt-PT': () => Promise.all([import('./form/pt-PT.js'), import('./later/pt-PT.js')]),
  ro: () => Promise.all([import('./form/ro.js'), import('./later/ro.js')]),
  sv: () => Promise.all([import('./form/sv.js'), import('./later/sv.js')]),
  tr: () => Promise.all([import('./form/tr.js'), import('./later/tr.js')]),
  uk: () => Promise.all([import('./form/uk.js'), import('./later/uk.js')]),
  'zh-CN': () => Promise.all([import('./form/zh-CN.js'), import('./later/zh-CN.js')]),
  'zh-TW': () => Promise.all([import('./form/zh-TW.js'), import('./later/zh-TW.js')]),
  'en-XA': () => Promise.all([import('./form/en-XA.js'), import('./later/en-XA.js')]),
  'ar-XB': () => Promise.all([import('./form/ar-XB.js'), import('./later/ar-XB.js')]),
};
