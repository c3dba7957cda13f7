// Recordings that are replayed. Each call is the verb replay, with the script's rights.
(kit) => {
  'use strict';

  const { encode } = kit;
  const { UsageError } = kit.errors;

  const texts = (value) => (Array.isArray(value) ? value : [value]);

  /** An option with each of its values; nothing where it was not given. */
  function words(option, value) {
    return value === undefined ? [] : texts(value).map((each) => [option, String(kit.plainText(each))]);
  }

  const milliseconds = (time) => (time === undefined ? undefined : `${Math.round(kit.millis(time))}ms`);

  function number(value, what) {
    if (value !== undefined && !(value >= 0 && value < Infinity)) {
      throw new UsageError(`${what}: expected a number from 0, found ${kit.inspect(value)}`);
    }
    return value;
  }

  function pairs(remap = {}) {
    return Object.entries(remap).map(([from, to]) => `${from}=${kit.text(to, `the plugin in place of ${from}`)}`);
  }

  function common({ speed, only, remap, from, to, timeout, carry }) {
    return [
      ...words('--speed', speed),
      ...words('--only', only),
      ...words('--remap', pairs(remap)),
      ...words('--from', from),
      ...words('--to', to),
      ...words('--timeout', milliseconds(timeout)),
      ...(carry === false ? [['--no-carry']] : []),
    ];
  }

  /** `run` sends: it blocks, or gives a promise. */
  kit.replay = (run, connection, recording, given) => {
    const files = kit.files(recording, 'a recording');
    const options = kit.options('ReplayOptions', given);
    const before = common(options);
    const send = (more) => run(options.signal, [0, 'replay', connection, encode(files), encode([...before, ...more])]);
    return {
      run: () => send([]),
      verify(rules) {
        const { ignore, tol } = kit.options('VerifyOptions', rules);
        return send([['--verify'], ...words('--ignore', ignore), ...words('--tol', number(tol, "option 'tol'"))]);
      },
      [kit.SHOWN]: `Replay of ${files.join(', ')}`,
    };
  };
}
