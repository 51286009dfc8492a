/** What the playground has controls for, read from the manifest: nothing is listed a second time. */
import manifest from 'billing-checkout/custom-elements.json' with { type: 'json' };
import { STATES } from 'billing-checkout/testing';
import { CATALOGS } from '../../dist/element/locales/catalogs.js';

const { attributes, cssProperties, events } = manifest.modules
  .flatMap(({ declarations }) => declarations ?? [])
  .find(({ tagName }) => tagName === 'billing-checkout');

/** The words that a type allows; none where anything goes. */
const toWords = (type) => [...type.matchAll(/'([^']+)'/g)].map(([, word]) => word);

/** The kind of control for an attribute. */
function toControl({ name, type: { text }, description }) {
  const words = name === 'locale' ? ['en', ...Object.keys(CATALOGS)] : toWords(text);
  if (text === 'boolean') return { name, description, kind: 'checkbox' };
  if (words.length > 0) return { name, description, kind: 'select', words };
  return { name, description, kind: text.startsWith('number') ? 'number' : 'text' };
}

export const ATTRIBUTES = attributes.map(toControl);
export const TOKENS = cssProperties.map(({ name, default: usual = '', description }) => ({
  name,
  description,
  kind: 'text',
  placeholder: usual,
}));
export const EVENTS = events.map(({ name }) => name);
export const STATE_NAMES = Object.keys(STATES);
