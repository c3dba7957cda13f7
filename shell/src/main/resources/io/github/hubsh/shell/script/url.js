// URL and URLSearchParams, as the standard has them for hosts of ASCII; loaded when a script uses one of them.
(kit) => {
  'use strict';

  const PORTS = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21', 'file:': '' };
  const PARTS = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is;
  const AUTHORITY = /^(?:([^:@]*)(?::([^@]*))?@)?(\[[0-9a-f:.]+\]|[^:[\]]*)(?::(\d*))?$/i;
  const FORBIDDEN = /[\u0000-\u0020#/:<>?@[\\\]^|%\u007f-\uffff]/;
  const IN_PATH = /[\u0000-\u0020"#<>?`{}^\u007f-\u{10ffff}]/gu;
  const IN_QUERY = /[\u0000-\u0020"#<>\u007f-\u{10ffff}]/gu;
  const IN_SPECIAL_QUERY = /[\u0000-\u0020"#'<>\u007f-\u{10ffff}]/gu;
  const IN_HASH = /[\u0000-\u0020"<>`\u007f-\u{10ffff}]/gu;
  const IN_USER = /[\u0000-\u0020"#<>?`{}/:;=@[\\\]^|\u007f-\u{10ffff}]/gu;

  function escaped(text, set) {
    return text.replace(set, (each) => {
      const whole = encodeURIComponent(each.isWellFormed() ? each : '\ufffd');
      return whole.length > 1 ? whole : `%${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    });
  }

  function invalid(input) {
    return Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input });
  }

  function isSpecial(protocol) {
    return Object.hasOwn(PORTS, protocol);
  }

  /** Returns the parts of a URL, or undefined if it is none. */
  function parsed(input, base) {
    const text = input.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '').replace(/[\t\n\r]/g, '');
    let [, scheme, authority, path, search = '', hash = ''] = PARTS.exec(text) ?? [];
    const protocol = scheme?.toLowerCase() ?? base?.protocol;
    if (protocol === undefined) {
      return undefined;
    }
    if (isSpecial(protocol) && /\\/.test((authority ?? '') + path)) {
      return parsed(text.slice(0, text.length - search.length - hash.length).replaceAll('\\', '/') + search + hash, base);
    }
    const parts = { protocol, username: '', password: '', hostname: '', port: '', pathname: '', search: '', hash: '' };
    if (scheme === undefined && authority === undefined) {
      return relative(parts, base, { path, search, hash });
    }
    if (authority === undefined && isSpecial(protocol) && protocol !== 'file:') {
      [, authority, path] = /^\/*([^/]*)(.*)$/s.exec(path);
      authority = `//${authority}`;
    }
    if (authority !== undefined && !host(parts, authority.slice(2))) {
      return undefined;
    }
    parts.isOpaque = authority === undefined && !path.startsWith('/') && !isSpecial(protocol);
    parts.hasHost = authority !== undefined || isSpecial(protocol);
    return rest(parts, path, search, hash);
  }

  function relative(parts, base, { path, search, hash }) {
    if (base.isOpaque && (path !== '' || search !== '')) {
      return undefined;
    }
    Object.assign(parts, base);
    const folder = base.pathname.slice(0, base.pathname.lastIndexOf('/') + 1);
    const whole = path === '' ? base.pathname : path.startsWith('/') ? path : folder + path;
    return rest(parts, whole, path === '' && search === '' ? base.search : search, hash);
  }

  function rest(parts, path, search, hash) {
    parts.pathname = parts.isOpaque ? escaped(path, /[\u0000-\u001f\u007f-\u{10ffff}]/gu) : plainPath(parts, path);
    parts.search = search.length > 1 ? escaped(search, isSpecial(parts.protocol) ? IN_SPECIAL_QUERY : IN_QUERY) : '';
    parts.search = parts.search.length > 1 ? `?${parts.search.slice(1).replaceAll('%3F', '?')}` : '';
    parts.hash = hash.length > 1 ? `#${escaped(hash.slice(1), IN_HASH)}` : '';
    return parts;
  }

  /** Without '.' and '..'. */
  function plainPath(parts, path) {
    const special = isSpecial(parts.protocol);
    if (path === '') {
      return special ? '/' : '';
    }
    const steps = [];
    const all = path.replace(/^\//, '').split('/');
    all.forEach((step, i) => {
      const name = step.replace(/%2e/gi, '.');
      const isLast = i === all.length - 1;
      if (name === '..') {
        steps.pop();
      }
      if (name !== '..' && name !== '.') {
        steps.push(escaped(step, IN_PATH));
      } else if (isLast) {
        steps.push('');
      }
    });
    return `/${steps.join('/')}`;
  }

  /** Fills in what stands between // and the path; returns whether it can stand there. */
  function host(parts, authority) {
    const at = authority.lastIndexOf('@');
    const user = authority.slice(0, Math.max(0, at)).replaceAll('@', '%40');
    const [, username = '', password = '', name, port = ''] = AUTHORITY.exec((at < 0 ? '' : `${user}@`) + authority.slice(at + 1)) ?? [];
    const special = isSpecial(parts.protocol);
    if (name === undefined || port > 65535 || (name === '' && (special ? parts.protocol !== 'file:' : port + user !== ''))) {
      return false;
    }
    const hostname = special && !name.startsWith('[') ? unescaped(name)?.toLowerCase() : name;
    if (hostname === undefined || (!name.startsWith('[') && FORBIDDEN.test(special ? hostname : hostname.replaceAll('%', '')))) {
      return false;
    }
    parts.username = escaped(username, IN_USER);
    parts.password = escaped(password, IN_USER);
    parts.hostname = hostname.startsWith('[') ? hostname.toLowerCase() : hostname;
    parts.port = port === '' || String(Number(port)) === PORTS[parts.protocol] ? '' : String(Number(port));
    return true;
  }

  function unescaped(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return undefined;
    }
  }

  function hrefOf(parts) {
    const password = parts.password === '' ? '' : `:${parts.password}`;
    const user = parts.username === '' && password === '' ? '' : `${parts.username}${password}@`;
    const authority = parts.hasHost ? `//${user}${parts.hostname}${parts.port === '' ? '' : `:${parts.port}`}` : '';
    return parts.protocol + authority + parts.pathname + parts.search + parts.hash;
  }

  class URL {
    #parts;
    #params;

    constructor(url, base) {
      const root = base === undefined ? undefined : parsed(String(base));
      this.#parts = base !== undefined && root === undefined ? undefined : parsed(String(url), root);
      if (this.#parts === undefined) {
        throw invalid(String(url));
      }
      this[kit.SHOWN] = `URL { '${this.href}' }`;
      Object.defineProperty(this, kit.SHOWN, { get: () => `URL { '${this.href}' }`, enumerable: false });
    }

    static canParse(url, base) {
      return URL.parse(url, base) !== null;
    }

    static parse(url, base) {
      try {
        return new URL(url, base);
      } catch {
        return null;
      }
    }

    get href() {
      return hrefOf(this.#parts);
    }

    set href(url) {
      const parts = parsed(String(url));
      if (parts === undefined) {
        throw invalid(String(url));
      }
      this.#parts = parts;
      this.#read();
    }

    get origin() {
      const { protocol } = this.#parts;
      return isSpecial(protocol) && protocol !== 'file:' ? `${protocol}//${this.host}` : 'null';
    }

    get host() {
      return this.#parts.hostname + (this.#parts.port === '' ? '' : `:${this.#parts.port}`);
    }

    set host(value) {
      this.#change(value);
    }

    get hostname() {
      return this.#parts.hostname;
    }

    set hostname(value) {
      this.#change(`${value}${this.#parts.port === '' ? '' : `:${this.#parts.port}`}`);
    }

    get port() {
      return this.#parts.port;
    }

    set port(value) {
      this.#change(`${this.#parts.hostname}${value === '' ? '' : `:${value}`}`);
    }

    get searchParams() {
      this.#params ??= new URLSearchParams(this.#parts.search, (text) => (this.#parts.search = text === '' ? '' : `?${text}`));
      return this.#params;
    }

    get search() {
      return this.#parts.search;
    }

    set search(value) {
      const text = String(value).replace(/^\?/, '');
      rest(this.#parts, this.#parts.pathname, `?${text}`, this.#parts.hash);
      this.#read();
    }

    /** What cannot stand there leaves the URL as it is. */
    #change(authority) {
      const changed = { ...this.#parts };
      if (!/[/?#@]/.test(authority) && host(changed, authority)) {
        const { hostname, port } = changed;
        Object.assign(this.#parts, { hostname, port });
      }
    }

    #read() {
      this.#params?._read(this.#parts.search);
    }

    static _part(url, name, value) {
      if (value !== undefined) {
        url.#parts[name] = value;
      }
      return url.#parts;
    }

    toString() {
      return this.href;
    }

    toJSON() {
      return this.href;
    }
  }

  const part = URL._part;
  delete URL._part;
  const settings = {
    protocol: (url, value) => `${value.replace(/:.*$/s, '')}:`.toLowerCase(),
    username: (url, value) => escaped(value, IN_USER),
    password: (url, value) => escaped(value, IN_USER),
    pathname: (url, value) => plainPath(part(url), value.startsWith('/') ? value : `/${value}`),
    hash: (url, value) => (value === '' || value === '#' ? '' : `#${escaped(value.replace(/^#/, ''), IN_HASH)}`),
  };
  for (const [name, read] of Object.entries(settings)) {
    Object.defineProperty(URL.prototype, name, {
      get() {
        return part(this)[name];
      },
      set(value) {
        part(this, name, read(this, String(value)));
      },
      configurable: true,
      enumerable: true,
    });
  }

  function formEscaped(text) {
    return encodeURIComponent(text.toWellFormed())
      .replace(/[!'()~]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+');
  }

  function formUnescaped(text) {
    const plain = text.replaceAll('+', ' ');
    return unescaped(plain) ?? unescaped(plain.replace(/%(?![0-9a-f]{2})/gi, '%25')) ?? plain;
  }

  class URLSearchParams {
    #pairs = [];
    #changed;

    constructor(init = '', changed = () => {}) {
      this.#changed = changed;
      if (typeof init === 'string') {
        this._read(init);
      } else if (typeof init[Symbol.iterator] === 'function') {
        this.#pairs = [...init].map(([key, value]) => [String(key), String(value)]);
      } else {
        this.#pairs = Object.entries(init).map(([key, value]) => [key, String(value)]);
      }
    }

    _read(text) {
      this.#pairs = text.replace(/^\?/, '').split('&').filter((each) => each !== '').map((each) => {
        const at = each.indexOf('=');
        return at < 0 ? [formUnescaped(each), ''] : [formUnescaped(each.slice(0, at)), formUnescaped(each.slice(at + 1))];
      });
    }

    get size() {
      return this.#pairs.length;
    }

    get(name) {
      return this.#pairs.find(([key]) => key === String(name))?.[1] ?? null;
    }

    getAll(name) {
      return this.#pairs.filter(([key]) => key === String(name)).map(([, value]) => value);
    }

    has(name) {
      return this.#pairs.some(([key]) => key === String(name));
    }

    append(name, value) {
      this.#change([...this.#pairs, [String(name), String(value)]]);
    }

    set(name, value) {
      const at = this.#pairs.findIndex(([key]) => key === String(name));
      const pairs = this.#pairs.filter(([key], i) => key !== String(name) || i === at);
      pairs[at < 0 ? pairs.length : at] = [String(name), String(value)];
      this.#change(pairs);
    }

    delete(name) {
      this.#change(this.#pairs.filter(([key]) => key !== String(name)));
    }

    sort() {
      this.#change([...this.#pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    }

    forEach(callback) {
      this.#pairs.forEach(([key, value]) => callback(value, key, this));
    }

    keys() {
      return this.#pairs.map(([key]) => key).values();
    }

    values() {
      return this.#pairs.map(([, value]) => value).values();
    }

    entries() {
      return this.#pairs.map(([...pair]) => pair).values();
    }

    [Symbol.iterator]() {
      return this.entries();
    }

    toString() {
      return this.#pairs.map(([key, value]) => `${formEscaped(key)}=${formEscaped(value)}`).join('&');
    }

    #change(pairs) {
      this.#pairs = pairs;
      this.#changed(this.toString());
    }
  }

  Object.assign(kit.globals, { URL, URLSearchParams });
}
