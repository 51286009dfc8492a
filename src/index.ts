/**
 * `<billing-checkout>`: importing this registers the element.
 *
 * @module billing-checkout
 */
import './define.js';

export * from './element/index.js';
