/** Finds things inside an element's shadow root by what is written on them. */
import { within, type BoundFunctions, type queries } from '@testing-library/dom';

/** Queries of testing-library, bound to the shadow root. */
export function queriesOf(element: Element): BoundFunctions<typeof queries> {
  if (!element.shadowRoot) throw new Error(`<${element.localName}> has no open shadow root.`);
  // It asks for an HTMLElement, and needs what every ParentNode has.
  return within(element.shadowRoot as unknown as HTMLElement);
}
