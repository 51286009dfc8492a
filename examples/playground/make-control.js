/** One labelled control; it tells each value that it is given, and '' or false for "not set". */

/** @param control - What it sets: name, kind, and words or a placeholder. */
export function makeControl({ name, description = '', kind, words = [], placeholder = '', value = '' }, onChange) {
  const label = document.createElement('label');
  const text = document.createElement('code');
  text.textContent = name;
  label.title = description.replaceAll('`', '');
  const field = document.createElement(kind === 'select' ? 'select' : 'input');
  field.name = name;
  if (kind === 'select') {
    const options = ['', ...words].map((word) => new window.Option(word === '' ? 'not set' : word, word));
    field.replaceChildren(...options);
  } else {
    field.type = kind;
    field.placeholder = placeholder;
    field.autocomplete = 'off';
    field.spellcheck = false;
  }
  if (kind === 'checkbox') field.checked = value !== '';
  else field.value = value;
  field.addEventListener(kind === 'text' || kind === 'number' ? 'input' : 'change', () =>
    onChange(name, kind === 'checkbox' ? field.checked : field.value),
  );
  if (kind === 'checkbox') label.append(field, text);
  else label.append(text, field);
  return label;
}

/** Controls that belong together, folded under their name. */
export function makeGroup(title, controls, open = false) {
  const group = document.createElement('details');
  const summary = document.createElement('summary');
  group.open = open;
  summary.textContent = title;
  group.append(summary, ...controls);
  return group;
}
