// Values of Python's own types that JSON and JavaScript lack. The shell makes them, as it makes those that are typed.
(kit) => {
  'use strict';

  const { host, open, encode, plainText } = kit;
  const make = (name, operands) => open(host.make(name, encode(operands)));
  const ofTexts = (name) => (...operands) => make(name, operands.map(textOf));

  /** A date of JavaScript is the moment that it writes itself. */
  function textOf(operand) {
    return operand instanceof Date && !Number.isNaN(operand.getTime()) ? operand.toISOString() : plainText(operand);
  }

  const python = {
    array: (...operands) => make('array', operands),
    tuple: (...elements) => make('tuple', elements),
    set: (...elements) => make('set', elements),
    frozenset: (...elements) => make('frozenset', elements),
  };
  for (const name of ['uuid', 'datetime', 'date', 'time', 'timedelta', 'decimal', 'fraction', 'complex', 'bytes']) {
    python[name] = ofTexts(name);
  }

  Object.assign(kit, { python });
  Object.assign(kit.api, python);
}
