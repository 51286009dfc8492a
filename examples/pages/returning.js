/** A customer who has bought here before. A real shop knows them by its own session, not by a header. */
const checkout = document.querySelector('billing-checkout');
checkout.headers = { 'x-demo-customer': 'returning' };
checkout.load();
