// Recordings: the outside writes what it hears into a file, while the script does something else.
(kit) => {
  'use strict';

  const { host, open, encode } = kit;
  let last = 0;

  /** Records until `stop` is called, or the script ends. */
  kit.record = (connection, file, given) => {
    const { for: limit, ...others } = kit.options('RecordOptions', given);
    const options = { ...others, for: limit === undefined ? undefined : `${Math.max(1, Math.round(kit.millis(limit)))}ms` };
    const texts = Object.entries(options)
      .filter(([, value]) => value !== undefined && value !== Infinity)
      .map(([key, value]) => [key, String(value)]);
    const name = kit.text(file, 'a file');
    const id = ++last;
    open(host.record(id, connection, name, encode(Object.fromEntries(texts))));
    let end;
    const totals = () => end ?? open(host.recorded(id));
    return {
      file: name,
      get messages() {
        return totals().messages;
      },
      get missed() {
        return totals().missed;
      },
      stop() {
        end ??= open(host.unrecord(id));
        return end;
      },
    };
  };
}
