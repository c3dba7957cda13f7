// Writes a table that a plugin answers to a CSV file: a list of objects, or a pandas DataFrame.
//   hubsh run --allow-write . scripts/csv-log.js PLUGIN COMMAND FILE [JSON ARGUMENTS]
//   hubsh run --allow-write . scripts/csv-log.js electrode_controller get_channel_states states.csv
import { hub, args, writeText, UsageError } from 'hubsh';

const [plugin, command, file, given = '{}'] = args;
if (!file) {
  throw new UsageError('usage: csv-log.js PLUGIN COMMAND FILE [JSON ARGUMENTS]');
}

/** Returns column names and rows of a table of any kind. */
function table(value) {
  if (value?.type === 'DataFrame') {
    const rows = value.values.map((row, i) => [value.index[i], ...row]);
    return [[value.index_name ?? 'index', ...value.columns], ...rows];
  }
  if (value?.type === 'Series') {
    return [[value.index_name ?? 'index', value.name ?? 'value'], ...value.values.map((each, i) => [value.index[i], each])];
  }
  if (Array.isArray(value) && value.every((row) => row && typeof row === 'object')) {
    const columns = [...new Set(value.flatMap((row) => Object.keys(row)))];
    return [columns, ...value.map((row) => columns.map((column) => row[column]))];
  }
  throw new UsageError(`${plugin} ${command} answers no table`);
}

function cell(value) {
  const text = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const rows = table(hub.execute(plugin, command, JSON.parse(given)));
writeText(file, rows.map((row) => row.map(cell).join(',')).join('\n') + '\n');
console.log(`${file}: ${rows.length - 1} rows`);
