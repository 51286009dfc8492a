// Puts the chosen look on <html>, and keeps it in the address. Nothing is told to the checkout: it follows by itself.
const LOOKS = ['', 'light', 'dark', 'fern', 'fern dark'];

const asked = new URLSearchParams(window.location.search).get('look') ?? '';
const look = LOOKS.includes(asked) ? asked : '';
document.documentElement.className = look;

document.addEventListener('DOMContentLoaded', () => {
  for (const choice of document.querySelectorAll('[name=look]')) choice.checked = choice.value === look;
  document.querySelector('#looks').addEventListener('change', ({ target: { value } }) => {
    document.documentElement.className = value;
    window.history.replaceState(null, '', value ? `?look=${encodeURIComponent(value)}` : window.location.pathname);
  });
});
