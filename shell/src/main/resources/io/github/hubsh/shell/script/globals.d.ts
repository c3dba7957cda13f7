// What every script has without an import. Where TypeScript's library of browsers is in use too, its own types count.

type HubshAbortSignal = typeof globalThis extends { onmessage: any } ? {} : {
  readonly aborted: boolean;
  readonly reason: unknown;
  onabort: ((event: { type: 'abort' }) => unknown) | null;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: (event: { type: 'abort' }) => unknown): void;
  removeEventListener(type: 'abort', listener: (event: { type: 'abort' }) => unknown): void;
};
interface AbortSignal extends HubshAbortSignal {}
declare var AbortSignal: typeof globalThis extends { onmessage: any; AbortSignal: infer T } ? T : {
  abort(reason?: unknown): AbortSignal;
  timeout(time: number | string): AbortSignal;
  any(signals: AbortSignal[]): AbortSignal;
};
type HubshAbortController = typeof globalThis extends { onmessage: any } ? {} : {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
};
interface AbortController extends HubshAbortController {}
declare var AbortController: typeof globalThis extends { onmessage: any; AbortController: infer T } ? T : {
  new (): AbortController;
};
declare var console: typeof globalThis extends { onmessage: any; console: infer T } ? T : {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  trace(...values: unknown[]): void;
  assert(condition: unknown, ...values: unknown[]): void;
  dir(value: unknown): void;
  table(value: unknown): void;
  count(label?: string): void;
  countReset(label?: string): void;
  time(label?: string): void;
  timeLog(label?: string, ...values: unknown[]): void;
  timeEnd(label?: string): void;
  clear(): void;
  group(...values: unknown[]): void;
  groupCollapsed(...values: unknown[]): void;
  groupEnd(): void;
};
declare var performance: typeof globalThis extends { onmessage: any; performance: infer T } ? T : { now(): number };
declare function setTimeout(callback: (...values: any[]) => unknown, delay?: number, ...values: any[]): number;
declare function setInterval(callback: (...values: any[]) => unknown, delay?: number, ...values: any[]): number;
declare function setImmediate(callback: (...values: any[]) => unknown, ...values: any[]): number;
declare function clearTimeout(timer: number | undefined): void;
declare function clearInterval(timer: number | undefined): void;
declare function clearImmediate(timer: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function btoa(bytes: string): string;
declare function atob(base64: string): string;
declare function structuredClone<T>(value: T): T;
type HubshURLSearchParams = typeof globalThis extends { onmessage: any } ? {} : {
  readonly size: number;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  append(name: string, value: string): void;
  set(name: string, value: string): void;
  delete(name: string): void;
  sort(): void;
  forEach(callback: (value: string, name: string, params: URLSearchParams) => void): void;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  entries(): IterableIterator<[string, string]>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
  toString(): string;
};
interface URLSearchParams extends HubshURLSearchParams {}
declare var URLSearchParams: typeof globalThis extends { onmessage: any; URLSearchParams: infer T } ? T : {
  new (init?: string | Iterable<[string, string]> | { [name: string]: string }): URLSearchParams;
};
type HubshURL = typeof globalThis extends { onmessage: any } ? {} : {
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  readonly searchParams: URLSearchParams;
  hash: string;
  toString(): string;
  toJSON(): string;
};
interface URL extends HubshURL {}
declare var URL: typeof globalThis extends { onmessage: any; URL: infer T } ? T : {
  new (url: string | URL, base?: string | URL): URL;
  canParse(url: string | URL, base?: string | URL): boolean;
  parse(url: string | URL, base?: string | URL): URL | null;
};
type HubshTextEncoder = typeof globalThis extends { onmessage: any } ? {} : {
  encode(text?: string): Uint8Array;
};
interface TextEncoder extends HubshTextEncoder {}
declare var TextEncoder: typeof globalThis extends { onmessage: any; TextEncoder: infer T } ? T : {
  new (): TextEncoder;
};
type HubshTextDecoder = typeof globalThis extends { onmessage: any } ? {} : {
  decode(bytes?: Uint8Array | ArrayBuffer): string;
};
interface TextDecoder extends HubshTextDecoder {}
declare var TextDecoder: typeof globalThis extends { onmessage: any; TextDecoder: infer T } ? T : {
  new (label?: string): TextDecoder;
};
