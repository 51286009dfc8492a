/** A form of the page's own: asks the billing backend for an invoice, then lets the checkout find out. */
const checkout = document.querySelector('billing-checkout');
const form = document.querySelector('#by-invoice');
const problem = document.querySelector('#by-invoice-problem');
const button = form.querySelector('button');
const inputs = [...form.querySelectorAll('input')];

checkout.addEventListener('billing-ready', () => {
  form.hidden = false;
});
checkout.addEventListener('billing-complete', () => {
  form.hidden = true;
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (!checkout.session || checkout.busy || button.disabled) return;
  button.disabled = true;
  problem.textContent = '';
  const { email, name, purchaseOrder, ...address } = Object.fromEntries(
    inputs.map((input) => [input.name, input.value]),
  );
  const body = { contract: 1, email, name, address: { country: 'US', ...address }, purchaseOrder };
  try {
    const answer = await fetch(`/billing/sessions/${checkout.session.id}/invoice`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) problem.textContent = 'The invoice could not be made. Please try again.';
  } catch {
    problem.textContent = 'We got no answer. Please try again: you get one invoice.';
  } finally {
    // An answer that was lost may have made the invoice: the truth is asked in any case.
    checkout.recheck();
    button.disabled = false;
  }
});
