// Puts the chosen look on <html>, and keeps it in the address. Nothing is told to the checkout: it follows by itself.
const choices = [...document.querySelectorAll('[name=look]')];

const wear = (look) => {
  document.documentElement.className = look;
  for (const choice of choices) choice.checked = choice.value === look;
  window.history.replaceState(null, '', look ? `?look=${encodeURIComponent(look)}` : window.location.pathname);
};

const asked = new URLSearchParams(window.location.search).get('look') ?? '';
wear(choices.some(({ value }) => value === asked) ? asked : '');
document.querySelector('#looks').addEventListener('change', ({ target }) => wear(target.value));
