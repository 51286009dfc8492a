/** Gives the tag what the page's address names, as in `?invoice=in_…`, and lets it load. Without it there is nothing to load. */
const tag = document.querySelector('billing-checkout[data-takes]');
const name = tag?.dataset.takes;
const id = name && new URLSearchParams(window.location.search).get(name);
if (tag && id) {
  tag.setAttribute(name, id);
  tag.setAttribute('loading', 'eager');
} else if (tag) tag.hidden = true;
