// What is different between two values: their lines, those that only one of them has marked with - and +.
(kit) => {
  'use strict';

  const MAX_LINES = 200_000;
  const MAX_SHOWN = 200;
  const MAX_CELLS = 4_000_000;
  const CONTEXT_LINES = 2;
  const Cells = Uint16Array;
  const MAX_UNNAMED_SKIP = 20;
  const MAX_LINE_LENGTH = 160;
  const CONTEXT_CHARACTERS = 60;

  const isText = (value) => typeof value === 'string';

  /** Returns the lines of a value, and for each the path to the part that it shows. */
  function lines(value, asText) {
    const all = { texts: [], paths: [] };
    if (asText) {
      all.texts = value.split('\n').slice(0, MAX_LINES);
      all.paths = all.texts.map((_, i) => `line ${i + 1}`);
    } else {
      spread(value, '', { prefix: '', suffix: '', path: '' }, new Set(), all);
    }
    return all;
  }

  /** Adds every part on a line of its own, so that lines can be compared. */
  function spread(value, indent, { prefix, suffix, path }, open, all) {
    const add = (text) => {
      all.texts.push(indent + text);
      all.paths.push(path);
    };
    const found = open.has(value) ? undefined : entries(value);
    if (found === undefined || found.parts.length === 0) {
      add(prefix + (found ? found.left + found.right : kit.inspect(value)) + suffix);
      return;
    }
    add(prefix + found.left);
    const deeper = new Set(open).add(value);
    for (const [name, key, each] of found.parts) {
      if (all.texts.length >= MAX_LINES) {
        return;
      }
      spread(each, `${indent}  `, { prefix: name, suffix: ',', path: path + key }, deeper, all);
    }
    add(found.right + suffix);
  }

  /** Returns the parts of what has parts: what stands before each, and its key in a path. */
  function entries(value) {
    if (typeof value !== 'object' || value === null || isText(value[kit.SHOWN])) {
      return undefined;
    }
    const indexed = (left, right, list) => ({ left, right, parts: Array.from(list, (each, i) => ['', `[${i}]`, each]) });
    if (Array.isArray(value)) {
      return indexed('[', ']', value);
    }
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      return indexed(`${value.constructor.name} [`, ']', value);
    }
    if (value instanceof Set) {
      return indexed('Set {', '}', value);
    }
    if (value instanceof Map) {
      const parts = [...value].map(([key, each]) => [`${kit.inspect(key)} => `, `[${kit.inspect(key)}]`, each]);
      return { left: 'Map {', right: '}', parts };
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) {
      return undefined;
    }
    return { left: '{', right: '}', parts: kit.keys(value).map((key) => named(key, value[key])) };
  }

  function named(key, each) {
    const name = typeof key === 'symbol' ? `[${String(key)}]` : key;
    return [`${name}: `, typeof key === 'symbol' ? name : `.${name}`, each];
  }

  /** Returns the lines of both, and how they differ; empty where one line each says it all. */
  function diff(expected, actual) {
    const asTexts = isText(expected) && isText(actual) && (expected + actual).includes('\n');
    const old = lines(expected, asTexts);
    const now = lines(masked(actual, expected, []), asTexts);
    if (old.texts.length === 1 && now.texts.length === 1) {
      return isText(expected) && isText(actual) && Math.max(expected.length, actual.length) > MAX_LINE_LENGTH ? oneLine(expected, actual) : [];
    }
    const all = marked(old, now);
    return all.some(({ sign }) => sign !== ' ') ? shortened(all) : [];
  }

  /** What a stand-in accepts is no difference. */
  function masked(actual, expected, open) {
    if (isText(expected?.[kit.SHOWN])) {
      return kit.equal(actual, expected) ? expected : actual;
    }
    const isList = Array.isArray(expected) && Array.isArray(actual);
    const isPlain = (value) => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    if (open.includes(actual) || !(isList || (isPlain(expected) && isPlain(actual)))) {
      return actual;
    }
    const inner = [...open, actual];
    return isList
      ? actual.map((each, i) => masked(each, expected[i], inner))
      : Object.fromEntries(kit.keys(actual).map((key) => [key, masked(actual[key], expected[key], inner)]));
  }

  /** Two long texts of one line: what stands around their first difference. */
  function oneLine(expected, actual) {
    const at = firstDifference(expected, actual);
    return [`  at character ${at + 1}:`, `- ${around(expected, at)}`, `+ ${around(actual, at)}`];
  }

  function firstDifference(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) {
      at++;
    }
    return at;
  }

  function around(text, at) {
    const from = Math.max(0, at - CONTEXT_CHARACTERS);
    const to = Math.min(text.length, at + CONTEXT_CHARACTERS);
    return (from > 0 ? '…' : '') + text.slice(from, to) + (to < text.length ? '…' : '');
  }

  function marked(old, now) {
    const [a, b] = [old.texts, now.texts];
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) {
      start++;
    }
    let left = a.length;
    let right = b.length;
    while (left > start && right > start && a[left - 1] === b[right - 1]) {
      left--;
      right--;
    }
    const all = [];
    const both = (i) => all.push({ sign: ' ', text: a[i], path: old.paths[i] });
    const less = (i) => all.push({ sign: '-', text: a[i], path: old.paths[i] });
    const more = (j) => all.push({ sign: '+', text: b[j], path: now.paths[j] });
    for (let i = 0; i < start; i++) {
      both(i);
    }
    between(a, b, { start, left, right }, { both, less, more });
    for (let i = left; i < a.length; i++) {
      both(i);
    }
    return all;
  }

  /** The part that has differences; too much of it is compared line by line. */
  function between(a, b, { start, left, right }, { both, less, more }) {
    const isLarge = (left - start) * (right - start) > MAX_CELLS;
    const common = isLarge ? undefined : longest(a, b, start, left, right);
    let i = start;
    let j = start;
    while (i < left || j < right) {
      if (i < left && j < right && a[i] === b[j]) {
        both(i++);
        j++;
      } else if (isLarge) {
        if (i < left) {
          less(i++);
        }
        if (j < right) {
          more(j++);
        }
      } else if (j >= right || (i < left && common(i + 1, j) >= common(i, j + 1))) {
        less(i++);
      } else {
        more(j++);
      }
    }
  }

  /** The lengths of the longest common subsequences of what is left from i and from j on. */
  function longest(a, b, start, left, right) {
    const width = right - start + 1;
    const table = new Cells((left - start + 1) * width);
    const at = (i, j) => (i - start) * width + j - start;
    for (let i = left - 1; i >= start; i--) {
      for (let j = right - 1; j >= start; j--) {
        table[at(i, j)] = a[i] === b[j] ? table[at(i + 1, j + 1)] + 1 : Math.max(table[at(i + 1, j)], table[at(i, j + 1)]);
      }
    }
    return (i, j) => table[at(i, j)];
  }

  /** Keeps what is near to a difference; after a long part without one, the path says where the next is. */
  function shortened(all) {
    const shown = near(all);
    const kept = [];
    let skipped = 0;
    for (let i = 0; i < all.length; i++) {
      if (!shown[i]) {
        skipped++;
        continue;
      }
      if (skipped > 0) {
        kept.push(skipped > MAX_UNNAMED_SKIP ? `  … ${skipped} lines are the same, then ${nextPath(all, i)}:` : '  …');
        skipped = 0;
      }
      kept.push(`${all[i].sign} ${all[i].text}`);
    }
    if (skipped > 0) {
      kept.push('  …');
    }
    const limited = focused(kept).slice(0, MAX_SHOWN);
    return kept.length > MAX_SHOWN ? [...limited, `… ${kept.length - MAX_SHOWN} more lines of the difference`] : limited;
  }

  function near(all) {
    const shown = new Uint8Array(all.length);
    all.forEach(({ sign }, i) => {
      if (sign !== ' ') {
        shown.fill(1, Math.max(0, i - CONTEXT_LINES), i + CONTEXT_LINES + 1);
      }
    });
    return shown;
  }

  function nextPath(all, from) {
    return all.slice(from, from + CONTEXT_LINES + 1).find(({ sign }) => sign !== ' ')?.path || 'the rest';
  }

  /** Two long lines that stand for each other show where they differ; any other long line its beginning. */
  function focused(kept) {
    return kept.map((line, i) => {
      if (line.length <= MAX_LINE_LENGTH) {
        return line;
      }
      const other = line[0] === '-' ? kept[i + 1] : line[0] === '+' ? kept[i - 1] : undefined;
      const isPair = other !== undefined && other[0] !== line[0] && other[0] !== ' ';
      return isPair ? line.slice(0, 2) + around(line.slice(2), firstDifference(line.slice(2), other.slice(2))) : `${line.slice(0, MAX_LINE_LENGTH)}…`;
    });
  }

  Object.assign(kit, { diff });
}
