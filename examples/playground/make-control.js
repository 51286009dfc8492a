/** One labelled control; it tells each value that it is given, and '' or false for "not set". */

/** @param control - What it sets: name, kind, and words or a placeholder. */
export function makeControl({ name, description = '', kind, words = [], placeholder = '', value = '' }, onChange) {
  const control = document.createElement('div');
  const label = document.createElement('label');
  label.textContent = name;
  control.className = kind;
  control.title = description.replaceAll('`', '');
  const field = document.createElement(kind === 'select' ? 'select' : 'input');
  field.name = name;
  field.id = `control-${name.replaceAll(' ', '-')}`;
  label.htmlFor = field.id;
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
  if (kind === 'checkbox') control.append(field, label);
  else control.append(label, field);
  return control;
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
