// The filter of the page of a test run. Without it the page is complete all the same.
(() => {
  'use strict';

  const form = document.querySelector('form');
  const search = form.querySelector('input[type=search]');
  const shown = document.querySelector('#shown');
  const tests = [...document.querySelectorAll('details')].map((test) => ({
    test,
    state: test.dataset.state,
    text: `${test.dataset.file} ${test.querySelector('summary').textContent} ${test.querySelector('.reason')?.textContent ?? ''}`.toLowerCase(),
  }));

  function update() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const states = new Set([...form.querySelectorAll('input[type=checkbox]:checked')].map((box) => box.value));
    let count = 0;
    for (const { test, state, text } of tests) {
      test.hidden = !states.has(state) || !words.every((word) => text.includes(word));
      count += test.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll('section')) {
      section.hidden = section.querySelector('details:not([hidden])') === null;
    }
    shown.textContent = count === tests.length ? '' : `${count} of ${tests.length} tests shown`;
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** #q=words in the address filters, #t3 opens the third test. */
  function follow() {
    const { hash } = location;
    if (hash.startsWith('#q=')) {
      search.value = decoded(hash.slice(3));
    }
    const test = /^#t\d+$/.test(hash) ? document.querySelector(hash) : null;
    if (test) {
      test.open = true;
      test.scrollIntoView();
    }
    update();
  }

  form.hidden = false;
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', follow);
  follow();
})();
