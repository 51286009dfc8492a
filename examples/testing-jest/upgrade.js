/** A part of your app: shows the checkout, and says thank you once it is paid. */
import 'billing-checkout';

export function showUpgrade(parent) {
  const checkout = document.createElement('billing-checkout');
  checkout.publishableKey = 'pk_test_shop';
  checkout.endpoint = 'http://localhost:3000/billing';
  checkout.price = 'pro_monthly';
  checkout.addEventListener('billing-complete', () => {
    document.title = 'Welcome aboard';
  });
  parent.replaceChildren(checkout);
}
