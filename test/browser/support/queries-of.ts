/** Finds things inside an element's shadow root by what is written on them. */
import { within, type BoundFunctions, type queries } from '@testing-library/dom';

type Bound = BoundFunctions<typeof queries>;

/** They carry their root with them, so they may be taken apart. */
type Queries = {
  readonly [Name in keyof Bound]: Bound[Name] extends (...args: infer Args) => infer Found
    ? (this: void, ...args: Args) => Found
    : never;
};

/** Queries of testing-library, bound to the shadow root. */
export function queriesOf(element: Element): Queries {
  if (!element.shadowRoot) throw new Error(`<${element.localName}> has no open shadow root.`);
  // It asks for an HTMLElement, and needs what every ParentNode has.
  return within(element.shadowRoot as unknown as HTMLElement);
}
