// Sets `lang` around the tag; the element hears of it by itself.
const TAGS =
  'en ar cs da de el es fi fr he hu id it ja ko nb nl pl pt-BR pt-PT ro sv tr uk zh-CN zh-TW en-XA ar-XB'.split(' ');
const PSEUDO = { 'en-XA': 'Pseudo: accented', 'ar-XB': 'Pseudo: mirrored' };

const select = document.querySelector('#language');
const place = document.querySelector('#place');

for (const tag of TAGS) {
  const name = PSEUDO[tag] ?? new Intl.DisplayNames(tag, { type: 'language' }).of(tag);
  const option = document.createElement('option');
  option.value = tag;
  option.textContent = name;
  select.append(option);
}

const speak = (tag) => {
  select.value = tag;
  place.lang = tag;
  window.history.replaceState(null, '', tag === 'en' ? window.location.pathname : `?lang=${tag}`);
};

const asked = new URLSearchParams(window.location.search).get('lang');
speak(TAGS.includes(asked) ? asked : 'en');
select.addEventListener('change', () => speak(select.value));

// Only now: Stripe.js is given the language that is asked for.
document.querySelector('billing-checkout').loading = 'eager';
