// Tables for pandas: series(…) and frame(…) make the shapes by which the network knows them.
(kit) => {
  'use strict';

  const { UsageError } = kit.errors;

  /** Returns the labels and the values of an object or a Map; an array has no labels. */
  function parts(data, what) {
    if (Array.isArray(data) || isTyped(data)) {
      return { values: Array.from(data) };
    }
    if (data === null || typeof data !== 'object' || data instanceof Set || ArrayBuffer.isView(data)) {
      throw new UsageError(`expected an array, an object or a Map ${what}, found ${kit.inspect(data)}`);
    }
    const entries = data instanceof Map ? [...data] : Object.entries(data);
    return { labels: entries.map(([label]) => label), values: entries.map(([, value]) => value) };
  }

  function isTyped(data) {
    return ArrayBuffer.isView(data) && kit.dtypeOfView(data) !== undefined;
  }

  /** Makes a pandas Series of labels and values (an object, or a Map whose labels may be numbers), or of an array. */
  function series(data, given) {
    const { name, dtype, index, indexName } = kit.options('SeriesOptions', given);
    const { labels: own, values } = parts(data, 'in series(…)');
    const labels = index ?? own ?? values.map((_, i) => i);
    if (labels.length !== values.length) {
      throw new UsageError(`expected one label for each of ${values.length} values in series(…), found ${labels.length}`);
    }
    return shape({
      index: labels,
      values,
      index_dtype: index || own ? dtypeOf(labels) : 'int64',
      dtype: dtype ?? (isTyped(data) ? kit.dtypeOfView(data) : dtypeOf(values)),
      type: 'Series',
      ...(indexName ? { index_name: indexName } : {}),
      ...(name ? { name } : {}),
    });
  }

  /** Makes a pandas DataFrame of columns (an object or a Map), or of an array of rows (objects or Maps). */
  function frame(data, given) {
    const { index, indexName } = kit.options('FrameOptions', given);
    const { rows, columns, labels: own } = Array.isArray(data) ? ofRows(data) : ofColumns(data);
    const labels = index ?? own ?? rows.map((_, i) => i);
    if (labels.length !== rows.length) {
      throw new UsageError(`expected one label for each of ${rows.length} rows in frame(…), found ${labels.length}`);
    }
    const isNumber = (value) => value == null || typeof value === 'number' || typeof value === 'bigint';
    const missing = columns.map((column) => (rows.every((row) => isNumber(row.get(column))) ? NaN : null));
    return shape({
      index: labels,
      values: rows.map((row) => columns.map((column, i) => row.get(column) ?? missing[i])),
      columns,
      index_dtype: index || own ? dtypeOf(labels) : 'int64',
      type: 'DataFrame',
      ...(indexName ? { index_name: indexName } : {}),
    });
  }

  function ofRows(data) {
    const rows = data.map((row) => {
      const { labels, values } = parts(row, 'as a row of frame(…)');
      if (!labels) {
        throw new UsageError(`expected an object or a Map as a row of frame(…), found ${kit.inspect(row)}`);
      }
      return new Map(labels.map((label, i) => [label, values[i]]));
    });
    return { rows, columns: [...new Set(rows.flatMap((row) => [...row.keys()]))] };
  }

  function ofColumns(data) {
    const { labels: names, values } = parts(data, 'of columns in frame(…)');
    const columns = values.map((each, i) => parts(each, `as column ${String(names[i])} of frame(…)`));
    const labels = columns.some((each) => each.labels)
      ? [...new Set(columns.flatMap((each) => each.labels ?? each.values.map((_, i) => i)))]
      : undefined;
    const length = Math.max(0, ...columns.map((each) => each.values.length));
    const keys = labels ?? Array.from({ length }, (_, i) => i);
    const cells = columns.map((each) => new Map(each.values.map((value, i) => [each.labels ? each.labels[i] : i, value])));
    return { columns: names, labels, rows: keys.map((key) => new Map(names.map((name, i) => [name, cells[i].get(key)]))) };
  }

  function dtypeOf(values) {
    const all = (test) => values.length > 0 && values.every(test);
    if (all((each) => typeof each === 'boolean')) {
      return 'bool';
    }
    if (all((each) => isWithin(each, -(2n ** 63n), 2n ** 63n))) {
      return 'int64';
    }
    if (all((each) => isWithin(each, 0n, 2n ** 64n))) {
      return 'uint64';
    }
    return all((each) => typeof each === 'number' || each === null) ? 'float64' : 'object';
  }

  function isWithin(value, least, end) {
    return (typeof value === 'bigint' || Number.isInteger(value)) && value >= least && value < end;
  }

  function shape(object) {
    kit.pandas.add(object);
    kit.hasMarks = true;
    return object;
  }

  Object.assign(kit.api, { series, frame });
}
