/** The practice feed behaves as a site does: boxes open, posts stream in, addresses change without a load, and replies are really posted. */
const list = document.querySelector('.feed');

function toggleBox(button) {
  const box = document.getElementById(button.getAttribute('aria-controls'));
  box.hidden = !box.hidden;
  button.setAttribute('aria-expanded', String(!box.hidden));
  if (!box.hidden) box.querySelector('.field').focus();
}

function toggleLike(button) {
  const on = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(on));
  const count = button.querySelector('span');
  count.textContent = String(Number(count.textContent) + (on ? 1 : -1));
}

async function addFrom(address, place, options) {
  const answer = await fetch(address, options);
  if (answer.ok) place.insertAdjacentHTML('beforeend', await answer.text());
}

/** A page at a time, as endless feeds do. */
async function loadMore(button) {
  button.disabled = true;
  await addFrom(`/more?from=${list.children.length}`, list);
  button.disabled = false;
  button.hidden = list.children.length >= Number(button.dataset.all);
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.matches('.reply')) toggleBox(button);
  if (button?.matches('.like')) toggleLike(button);
  if (button?.matches('.more')) loadMore(button);
});

document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const field = event.target.querySelector('.field');
  const text = (field.value ?? field.innerText).trim();
  if (!text) return;
  const article = event.target.closest('article');
  const comments = article.querySelector(':scope > .comments');
  await addFrom('/posted', comments, { method: 'POST', body: JSON.stringify({ text, post: article.closest('.post').id }) });
  if (field.value === undefined) field.replaceChildren();
  else field.value = '';
  toggleBox(article.querySelector(':scope > footer > .reply'));
});

/** `?live`: posts come in by themselves, as long as somebody watches. */
if (new URLSearchParams(location.search).has('live')) {
  const more = document.querySelector('.more');
  const timer = setInterval(() => {
    if (!more || more.hidden) clearInterval(timer);
    else if (!document.hidden) addFrom(`/more?from=${list.children.length}&count=1`, list).then(() => {
      more.hidden = list.children.length >= Number(more.dataset.all);
    });
  }, 8000);
}
