/** Writes the element's events beside the page. They hold no secret and nothing personal. */
const EVENTS = [
  'billing-ready',
  'billing-change',
  'billing-step',
  'billing-invalid',
  'billing-submit',
  'billing-decline',
  'billing-action',
  'billing-processing',
  'billing-unresolved',
  'billing-complete',
  'billing-error',
  'billing-exposure',
];

const list = document.querySelector('#events');

for (const name of EVENTS) {
  document.addEventListener(name, (event) => {
    const entry = document.createElement('li');
    const title = document.createElement('code');
    const detail = document.createElement('pre');
    title.textContent = name;
    detail.textContent = JSON.stringify(event.detail, null, 2) ?? '';
    entry.append(title, detail);
    list.append(entry);
  });
}
