/** The playground: every attribute, token, language, flow and state as a control, events as a log, the code to copy. */
import 'billing-checkout';
import { showState } from 'billing-checkout/testing';
import { makeControl, makeGroup } from './make-control.js';
import { ATTRIBUTES, EVENTS, STATE_NAMES, TOKENS } from './read-manifest.js';
import { toCode } from './to-code.js';

/** Pays for real, on the local Stripe. In a page that is a file there are only states to look at: it has no origin. */
const LIVE = 'live';
const { publishableKey } = document.body.dataset;
const isLive = window.location.protocol !== 'file:';

const place = document.querySelector('#place');
const code = document.querySelector('#code');
const about = document.querySelector('#about');
const log = document.querySelector('#events');

const attributes = new Map([
  ['publishable-key', publishableKey],
  ['price', 'pro_monthly'],
]);
const tokens = new Map();
let state = isLive ? LIVE : 'ready';
let element;

/** As the manifest orders them, so that the code reads as the docs do. */
const inOrder = (values, controls) =>
  controls.flatMap(({ name }) => (values.has(name) ? [[name, values.get(name)]] : []));

function write() {
  code.textContent = toCode(inOrder(attributes, ATTRIBUTES), inOrder(tokens, TOKENS));
}

function hear(event) {
  const entry = document.createElement('li');
  const name = document.createElement('code');
  name.textContent = event.type;
  entry.append(name, ` ${JSON.stringify(event.detail) ?? ''}`);
  log.append(entry);
}

/** Shows the state that is chosen; one that cannot be reached says why. */
async function show() {
  if (state === LIVE) return;
  const shown = element;
  try {
    await showState(shown, state);
  } catch (error) {
    if (shown === element) about.textContent = error.message;
  }
}

function tell() {
  about.textContent =
    state === LIVE
      ? 'Live: the example backend and a local Stripe. Pay with 4242 4242 4242 4242.'
      : 'A state to look at: the element is real, boxes stand for Stripe’s fields, no event fires.';
}

function begin() {
  tell();
  element = document.createElement('billing-checkout');
  for (const [name, value] of attributes) element.setAttribute(name, value);
  for (const [name, value] of tokens) element.style.setProperty(name, value);
  for (const name of EVENTS) element.addEventListener(name, hear);
  place.replaceChildren(element);
  write();
  void show();
}

function setAttribute(name, value) {
  if (value === '' || value === false) attributes.delete(name);
  else attributes.set(name, value === true ? '' : value);
  if (attributes.has(name)) element.setAttribute(name, attributes.get(name));
  else element.removeAttribute(name);
  tell();
  write();
  void show();
}

function setToken(name, value) {
  if (value === '') tokens.delete(name);
  else tokens.set(name, value);
  element.style.setProperty(name, value);
  write();
}

function setState(_name, value) {
  state = value || 'ready';
  begin();
}

const again = document.createElement('button');
again.type = 'button';
again.textContent = 'Begin again';
again.addEventListener('click', begin);

const states = isLive ? [LIVE, ...STATE_NAMES] : STATE_NAMES;
const pageControls = [
  makeControl({ name: 'dir of the page', kind: 'select', words: ['ltr', 'rtl'] }, (_name, value) => {
    document.documentElement.dir = value;
  }),
];
const attributeControls = ATTRIBUTES.map((control) =>
  makeControl({ ...control, value: attributes.get(control.name) }, setAttribute),
);
document.querySelector('#controls').append(
  makeGroup(
    'State',
    [makeControl({ name: 'state', kind: 'select', words: states, value: state }, setState), again],
    true,
  ),
  makeGroup('Attributes', attributeControls, window.innerWidth >= 1024),
  makeGroup(
    'Tokens',
    TOKENS.map((token) => makeControl(token, setToken)),
  ),
  makeGroup('Page', pageControls),
);
document.querySelector('#controls').addEventListener('submit', (event) => event.preventDefault());

document.querySelector('#copy').addEventListener('click', async () => {
  const copied = await window.navigator.clipboard.writeText(code.textContent).then(
    () => true,
    () => false,
  );
  document.querySelector('#copied').textContent = copied ? 'Copied.' : 'Your browser does not let the page copy.';
});

begin();
