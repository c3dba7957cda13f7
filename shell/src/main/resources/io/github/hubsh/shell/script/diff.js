// What is different between two values: their lines, those that only one of them has marked with - and +.
(kit) => {
  'use strict';

  const MOST = 400;
  const AROUND = 2;

  function lines(value) {
    return spread(value, '', new Set()).split('\n');
  }

  /** Every part on a line of its own, so that lines can be compared. */
  function spread(value, indent, path) {
    const isContainer = typeof value === 'object' && value !== null && typeof value[kit.SHOWN] !== 'string';
    const isPlain = isContainer && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);
    if (!isPlain || path.has(value)) {
      return kit.inspect(value);
    }
    const inner = `${indent}  `;
    const deeper = new Set(path).add(value);
    const parts = Array.isArray(value)
      ? value.map((each) => `${inner}${spread(each, inner, deeper)},`)
      : Object.keys(value).map((key) => `${inner}${key}: ${spread(value[key], inner, deeper)},`);
    const [left, right] = Array.isArray(value) ? '[]' : '{}';
    return parts.length === 0 ? left + right : `${left}\n${parts.join('\n')}\n${indent}${right}`;
  }

  /** Returns the lines of both, and how they differ; empty where one line each says it all. */
  function diff(expected, actual) {
    const old = lines(expected);
    const now = lines(actual);
    if ((old.length === 1 && now.length === 1) || old.length > MOST || now.length > MOST) {
      return [];
    }
    return shortened(marked(old, now));
  }

  function marked(old, now) {
    const common = longest(old, now);
    const all = [];
    let i = 0;
    let j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i] === now[j]) {
        all.push(`  ${old[i++]}`);
        j++;
      } else if (j >= now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) {
        all.push(`- ${old[i++]}`);
      } else {
        all.push(`+ ${now[j++]}`);
      }
    }
    return all;
  }

  /** The lengths of the longest common subsequences of what is left from i and from j on. */
  function longest(old, now) {
    const table = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
    for (let i = old.length - 1; i >= 0; i--) {
      for (let j = now.length - 1; j >= 0; j--) {
        table[i][j] = old[i] === now[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
      }
    }
    return table;
  }

  function shortened(all) {
    const near = (index) =>
      all.slice(Math.max(0, index - AROUND), index + AROUND + 1).some((line) => line[0] !== ' ');
    const kept = [];
    all.forEach((line, index) => {
      if (near(index)) {
        kept.push(line);
      } else if (kept[kept.length - 1] !== '  …') {
        kept.push('  …');
      }
    });
    return kept;
  }

  Object.assign(kit, { diff });
}
