/** A subscription that has ended is not brought back: the page offers a new one, in the same place. */
const checkout = document.querySelector('billing-checkout');
const offer = document.querySelector('#start-again');

checkout.addEventListener('billing-error', ({ detail }) => {
  offer.toggleAttribute('hidden', detail.code !== 'subscription.ended');
});

offer.addEventListener('click', () => {
  offer.toggleAttribute('hidden', true);
  checkout.removeAttribute('subscription');
  checkout.setAttribute('quantity', '3');
  checkout.setAttribute('price', 'pro_monthly');
});
