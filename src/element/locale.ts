/** Which language the customer reads. */

/** What the tag says, else the nearest `lang`. */
export function readLocale(element: Element & { readonly locale: string | null }): string {
  return element.locale && isLocale(element.locale) ? element.locale : nearestLocale(element);
}

/** The nearest `lang` around an element, across shadow roots, else the browser's. BCP 47. */
function nearestLocale(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const lang = at.getAttribute('lang');
    if (lang && isLocale(lang)) return lang;
  }
  return navigator.language;
}

const parentOf = (element: Element): Element | null => {
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
};

/** Whether `Intl` can work with a tag; a typo in `lang` must not break a checkout. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
