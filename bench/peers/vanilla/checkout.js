/** The floor: the least that a page can do with Stripe.js itself. Nothing is loaded but this file and Stripe's. */
const $ = (selector) => document.querySelector(`[data-checkout] ${selector}`);

/** Stripe.js is on its way already: its tag is in the page. */
const stripeJs = new Promise((resolve) => {
  if (window.Stripe) resolve();
  else document.querySelector('script[src*="js.stripe.com"]').addEventListener('load', resolve);
});

const openSession = async () => {
  const response = await fetch('/create-checkout-session', { method: 'POST' });
  return (await response.json()).clientSecret;
};

let stripe;
let elements = [];

async function mount() {
  const clientSecret = openSession();
  await stripeJs;
  stripe ??= window.Stripe('pk_test_bench');
  const checkout = stripe.initCheckoutElementsSdk({ clientSecret });
  const address = checkout.createBillingAddressElement();
  const payment = checkout.createPaymentElement({ layout: 'accordion' });
  elements = [address, payment];
  address.mount($('[data-address]'));
  payment.mount($('[data-payment]'));
  const show = ({ total, canConfirm }) => {
    $('[data-total]').textContent = `Total ${total.total.amount}`;
    $('button').disabled = !canConfirm;
  };
  checkout.on('change', show);
  const { type, actions } = await checkout.loadActions();
  if (type !== 'success') return;
  show(actions.getSession());
  $('[name=email]').onblur = async ({ target }) => {
    const answer = await actions.updateEmail(target.value);
    $('[data-message]').textContent = answer.type === 'error' ? answer.error.message : '';
  };
  $('form').onsubmit = async (event) => {
    event.preventDefault();
    $('button').disabled = true;
    const answer = await actions.confirm({ redirect: 'if_required', returnUrl: location.href });
    if (answer.type === 'error') $('[data-message]').textContent = answer.error.message;
    else $('[data-checkout]').textContent = 'Thank you';
  };
}

function unmount() {
  for (const element of elements) element.destroy();
  elements = [];
}

window.bench = { mount, unmount };
void mount();
