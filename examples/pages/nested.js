/** The element two closed shadow roots deep, as inside somebody else's components. */
class DemoOuter extends HTMLElement {
  connectedCallback() {
    const inner = document.createElement('demo-inner');
    inner.setAttribute('publishable-key', this.getAttribute('publishable-key'));
    this.attachShadow({ mode: 'closed' }).append(inner);
  }
}

class DemoInner extends HTMLElement {
  connectedCallback() {
    const checkout = document.createElement('billing-checkout');
    checkout.setAttribute('publishable-key', this.getAttribute('publishable-key'));
    checkout.setAttribute('endpoint', '/billing');
    checkout.setAttribute('price', 'pro_monthly');
    checkout.setAttribute('quantity', '12');
    this.attachShadow({ mode: 'closed' }).append(checkout);
  }
}

customElements.define('demo-inner', DemoInner);
customElements.define('demo-outer', DemoOuter);
