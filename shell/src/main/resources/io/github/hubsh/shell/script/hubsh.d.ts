// The JavaScript of hubsh: what `import … from 'hubsh'` gives, and the few globals.
// `hubsh types` writes hubsh-env.d.ts beside it, which knows the plugins of your network.

declare module 'hubsh' {
  /**
   * What crosses between a script and the network. An integer beyond 2^53 is a bigint, bytes are a Uint8Array; other
   * values look as JSON shows them (dates and decimals are texts, tuples and sets are arrays, tables are shapes), and what
   * has such parts goes back as what it was while nothing in it was changed.
   */
  export type Value =
    | null
    | boolean
    | number
    | bigint
    | string
    | Uint8Array
    | Date
    | Series
    | Frame
    | Value[]
    | { [key: string]: Value | undefined };
  export type Arguments = { [name: string]: Value | undefined };

  /** A time: a number is milliseconds; '250ms', '5s', '2m', '1h'. */
  export type Time = number | `${number}ms` | `${number}s` | `${number}m` | `${number}h` | (string & {});

  export interface Series {
    type: 'Series';
    index: Value[];
    values: Value[];
    index_dtype: string;
    dtype: string;
    index_name?: string;
    name?: string;
  }

  export interface Frame {
    type: 'DataFrame';
    index: Value[];
    values: Value[][];
    columns: Value[];
    index_dtype: string;
    index_name?: string;
  }

  /** A pandas Series, of labels and values or of an array; sent as a pickle. */
  export function series(
    data: Value[] | { [label: string]: Value },
    options?: { name?: string; dtype?: string; index?: Value[]; indexName?: string },
  ): Series;

  /** A pandas DataFrame, of columns or of rows; sent as a pickle. */
  export function frame(
    data: { [column: string]: Value[] } | { [column: string]: Value }[],
    options?: { index?: Value[]; indexName?: string },
  ): Frame;

  export interface Waiting {
    /** Gives up waiting. A blocking call that has one lets timers and handlers run meanwhile, so that one of them can abort it. */
    signal?: AbortSignal;
  }

  export interface ExecuteOptions extends Waiting {
    /** How long to wait for the reply. */
    timeout?: Time;
    /** Keeps the request and its reply out of the broadcasts. */
    silent?: boolean;
    mime?: 'json' | 'pickle' | 'yaml' | 'text' | 'bytes';
  }

  /** A command with its arguments, as hubsh-env.d.ts lists them. */
  export interface Command<A> {
    arguments: A;
  }

  /** The plugins of the network; hubsh-env.d.ts adds to it. */
  export interface Plugins {}

  type Method<A> = {} extends A
    ? (args?: A, options?: ExecuteOptions) => any
    : (args: A, options?: ExecuteOptions) => any;
  type Later<A> = {} extends A
    ? (args?: A, options?: ExecuteOptions) => Promise<any>
    : (args: A, options?: ExecuteOptions) => Promise<any>;
  type ArgumentsOf<C> = C extends Command<infer A> ? A : Arguments;
  type Methods<P> = { [K in keyof P]: Method<ArgumentsOf<P[K]>> };
  type AsyncMethods<P> = { [K in keyof P]: Later<ArgumentsOf<P[K]>> };
  type AnyCommands = { [command: string]: Command<Arguments> };

  /** What every plugin has beside its commands. */
  export interface PluginBase<P> {
    readonly name: string;
    /** The same commands, as promises. */
    readonly async: AsyncMethods<P>;
    /** Any command, also one whose name means something to JavaScript, such as then or toString. */
    execute(command: string, args?: Value, options?: ExecuteOptions): any;
    ping(options?: { timeout?: Time } & Waiting): number;
    describe(command?: string): any;
  }

  export type Plugin<P = AnyCommands> = PluginBase<P> & Omit<Methods<P>, keyof PluginBase<P>>;

  /** A broadcast. */
  export interface Message {
    time: string;
    type: MessageType;
    source: string;
    target: string;
    command?: string;
    status?: 'ok' | 'error' | 'abort';
    error?: string | null;
    /** Milliseconds from the request to this reply, where the request was heard too. */
    rtt?: number | null;
    data: any;
    session: string;
    header: { [key: string]: any };
    content: { [key: string]: any };
  }

  export type MessageType = 'connect_request' | 'connect_reply' | 'execute_request' | 'execute_reply';

  export interface MessageFilter {
    source?: string;
    target?: string;
    command?: string;
    status?: string;
    /** A jq expression, or a function. */
    where?: string | ((message: Message) => unknown);
  }

  export interface TailOptions extends MessageFilter, Waiting {
    type?: MessageType;
    count?: number;
    for?: Time;
  }

  export interface UntilOptions<T> extends Waiting {
    /** From one call to the next; 250 ms. */
    every?: Time;
    /** Gives up after; 5 minutes. */
    for?: Time;
    /** Whether the value fits; otherwise anything but null and undefined does. */
    that?: (value: T) => unknown;
  }

  /** One argument of a served command: JSON Schema, and whether it has to be there. */
  export interface ArgumentSchema {
    type?: string | string[];
    description?: string;
    required?: boolean;
    default?: Value;
    enum?: Value[];
    minimum?: number;
    maximum?: number;
    unit?: string;
  }

  export type Handler = (args: any, call: { source: string; command: string }) => unknown;

  export interface DescribedCommand {
    run: Handler;
    documentation?: string;
    arguments?: { [name: string]: ArgumentSchema };
    examples?: Arguments[];
    /** Whether other arguments are allowed. */
    more?: boolean;
  }

  export type Commands = { [command: string]: Handler | DescribedCommand };

  export interface Service {
    readonly name: string;
    close(): void;
  }

  interface Calls {
    execute(target: string, command: string, args?: Value, options?: ExecuteOptions): any;
    /** The round trip in milliseconds; of the hub where no plugin is named. */
    ping(target?: string, options?: { timeout?: Time } & Waiting): number;
    plugins(options?: { ping?: boolean } & Waiting): { name: string; round_trip_ms?: number | null }[];
    describe(target: string, command?: string, options?: Waiting): any;
    status(options?: Waiting): { [key: string]: any };
    /** Runs a line of the shell. */
    sh(line: string, options?: Waiting): any;
  }

  type Promised<T> = { [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never };

  export interface Waits {
    /** Waits for plugins to be registered. */
    waitFor(plugins: string | string[], options?: { timeout?: Time } & Waiting): string | string[];
    /** Waits for a broadcast. */
    waitFor(type: MessageType, filter?: MessageFilter, options?: { timeout?: Time } & Waiting): Message;
  }

  export interface Hub extends Calls, Waits {
    readonly uri: string;
    /** The same calls, as promises. */
    readonly async: Promised<Calls> & {
      until<T>(poll: () => T | Promise<T>, options?: UntilOptions<T>): Promise<NonNullable<T>>;
      waitFor(plugins: string | string[], options?: { timeout?: Time } & Waiting): Promise<string | string[]>;
      waitFor(type: MessageType, filter?: MessageFilter, options?: { timeout?: Time } & Waiting): Promise<Message>;
    };
    plugin<N extends keyof Plugins>(name: N): Plugin<Plugins[N]>;
    plugin(name: string): Plugin;
    /** Calls the handler for each broadcast; returns a function that stops this. */
    on(type: MessageType | '*', handler: (message: Message) => unknown): () => void;
    on(type: MessageType | '*', filter: MessageFilter, handler: (message: Message) => unknown): () => void;
    off(handler: (message: Message) => unknown): boolean;
    tail(options?: TailOptions): AsyncIterableIterator<Message>;
    /** Calls a function again and again until its value fits. */
    until<T>(poll: () => T, options?: UntilOptions<T>): NonNullable<T>;
    /** Serves commands as a plugin, until it is closed. */
    serve(name: string, commands: Commands): Service;
    close(): void;
  }

  /** The hub of the shell; or, with a URI or options, another membership. */
  export function connect(uri?: string, options?: { name?: string; timeout?: Time }): Hub;
  export function connect(options: { name?: string; timeout?: Time }): Hub;
  export const hub: Hub;

  /** The words after the file's name. */
  export const args: string[];

  /** Waits; handlers and timers run meanwhile. */
  export const sleep: {
    (time: Time, options?: Waiting): void;
    async(time: Time, options?: Waiting): Promise<void>;
  };

  /** A file's text; needs --allow-read. */
  export function readText(path: string): string;
  /** A file's bytes; needs --allow-read. */
  export function readBytes(path: string): Uint8Array;
  /** Writes a file; needs --allow-write. */
  export function writeText(path: string, text: string, options?: { append?: boolean }): void;
  /** A variable of the environment; needs --allow-env. */
  export function env(name: string): string | undefined;
  /** Any value as text, as console shows it. */
  export function inspect(value: unknown): string;

  export class HubError extends Error {
    readonly kind: string;
    readonly plugin?: string;
    readonly command?: string;
  }
  export class RemoteError extends HubError {
    readonly remoteTraceback: string;
  }
  export class TimeoutError extends HubError {}
  export class NoSuchPluginError extends HubError {}
  export class NoSuchCommandError extends HubError {}
  export class ConnectionError extends HubError {}
  export class UsageError extends HubError {}
  export class AssertionError extends HubError {}
  export class AbortError extends HubError {}

  export interface TestContext {
    hub: Hub;
    /** A plugin that is gone when the test ends. */
    fake(name: string, commands: Commands): Service;
  }
  export type TestBody = (context: TestContext) => unknown;
  export interface TestOptions {
    timeout?: Time;
    retry?: number;
  }
  interface TestDefinition {
    (name: string, body: TestBody): void;
    (name: string, options: TestOptions, body: TestBody): void;
  }
  interface EachTest {
    <T>(table: readonly T[]): (name: string, body: (...row: any[]) => unknown) => void;
  }
  export const test: TestDefinition & {
    only: TestDefinition & { each: EachTest };
    skip: ((name: string, ...rest: any[]) => void) & { each: EachTest };
    todo(name: string): void;
    skipIf(condition: unknown, reason?: string): TestDefinition;
    each: EachTest;
  };
  export const it: typeof test;
  interface GroupDefinition {
    (name: string, body: () => void): void;
  }
  export const describe: GroupDefinition & { only: GroupDefinition; skip: GroupDefinition; each: EachTest };
  export function beforeAll(body: TestBody): void;
  export function afterAll(body: TestBody): void;
  export function beforeEach(body: TestBody): void;
  export function afterEach(body: TestBody): void;
  export function fake(name: string, commands: Commands): Service;

  type ErrorWanted = string | RegExp | (new (...args: any[]) => unknown) | { [key: string]: unknown };
  export interface Matchers<R = void> {
    toBe(expected: unknown): R;
    toEqual(expected: unknown): R;
    toStrictEqual(expected: unknown): R;
    toMatchObject(part: unknown): R;
    toBeCloseTo(number: number, digits?: number): R;
    toBeNull(): R;
    toBeUndefined(): R;
    toBeDefined(): R;
    toBeTruthy(): R;
    toBeFalsy(): R;
    toBeNaN(): R;
    toBeGreaterThan(limit: number | bigint): R;
    toBeGreaterThanOrEqual(limit: number | bigint): R;
    toBeLessThan(limit: number | bigint): R;
    toBeLessThanOrEqual(limit: number | bigint): R;
    toBeInstanceOf(type: new (...args: any[]) => unknown): R;
    toBeTypeOf(type: string): R;
    toBeOneOf(choices: readonly unknown[]): R;
    toContain(part: unknown): R;
    toContainEqual(part: unknown): R;
    toHaveLength(length: number): R;
    toHaveProperty(path: string | string[], value?: unknown): R;
    toMatch(pattern: string | RegExp): R;
    toSatisfy(test: (value: any) => unknown): R;
    toThrow(wanted?: ErrorWanted): R;
    readonly not: Matchers<R>;
    readonly resolves: Matchers<Promise<void>>;
    readonly rejects: Matchers<Promise<void>>;
  }
  interface StandIns {
    any(type: unknown): any;
    objectContaining(part: object): any;
    arrayContaining(parts: unknown[]): any;
    stringContaining(part: string): any;
    stringMatching(pattern: string | RegExp): any;
    closeTo(number: number, digits?: number): any;
  }
  export const expect: StandIns & {
    (actual: unknown, hint?: string): Matchers;
    soft(actual: unknown, hint?: string): Matchers;
    fail(message?: string): never;
    anything(): any;
    not: StandIns;
  };
}

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  onabort: ((event: { type: 'abort' }) => unknown) | null;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: (event: { type: 'abort' }) => unknown): void;
  removeEventListener(type: 'abort', listener: (event: { type: 'abort' }) => unknown): void;
}
declare const AbortSignal: {
  abort(reason?: unknown): AbortSignal;
  timeout(time: number | string): AbortSignal;
  any(signals: AbortSignal[]): AbortSignal;
};
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare const console: {
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
  timeEnd(label?: string): void;
  group(...values: unknown[]): void;
  groupEnd(): void;
};
declare const performance: { now(): number };
declare function setTimeout(callback: (...values: any[]) => unknown, delay?: number, ...values: any[]): number;
declare function setInterval(callback: (...values: any[]) => unknown, delay?: number, ...values: any[]): number;
declare function setImmediate(callback: (...values: any[]) => unknown, ...values: any[]): number;
declare function clearTimeout(timer: number | undefined): void;
declare function clearInterval(timer: number | undefined): void;
declare function clearImmediate(timer: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;
declare class TextEncoder {
  encode(text?: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string);
  decode(bytes?: Uint8Array | ArrayBuffer): string;
}
