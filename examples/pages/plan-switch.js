/** The page's own choice of plan: another price for the same checkout. */
const checkout = document.querySelector('billing-checkout');

for (const radio of document.querySelectorAll('[name=plan]')) {
  radio.addEventListener('change', () => {
    checkout.price = radio.value;
  });
}
