// The JavaScript of hubsh: what `import … from 'hubsh'` gives, and the few globals.
// `hubsh types` writes hubsh-env.d.ts beside it, which knows the plugins of your network.

declare module 'hubsh' {
  export type Arguments = { [name: string]: Value | undefined };

  /** A time: a number is milliseconds; '250ms', '5s', '2m', '1h'. */
  export type Time = number | `${number}ms` | `${number}s` | `${number}m` | `${number}h` | (string & {});

  /** A whole number from 0. */
  export type Count = number;

  // options Waiting PatienceOptions ExecuteOptions PluginsOptions ReplayOptions VerifyOptions ConnectOptions

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
    ping(options?: PatienceOptions): number;
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
    /** The decoded data; `{ unreadable: why, mime_type }` where it cannot be decoded. */
    data: any;
    session: string;
    header: { [key: string]: any };
    content: { [key: string]: any };
  }

  export type MessageType = 'connect_request' | 'connect_reply' | 'execute_request' | 'execute_reply';

  // options MessageFilter TailOptions UntilOptions WriteOptions ArgumentSchema

  export type Handler = (args: any, call: { source: string; command: string }) => unknown;

  // options DescribedCommand RecordingOptions RecordedCommands

  export type Commands = { [command: string]: Handler | DescribedCommand };

  // options RecordOptions

  export interface RecordingTotals {
    readonly file: string;
    /** How many files there are, with rotate. */
    readonly files: number;
    readonly messages: number;
    readonly missed: number;
    readonly seconds: number;
  }

  export interface Recording {
    readonly file: string;
    /** How many messages are in the file. */
    readonly messages: number;
    /** How many are known to be missing. */
    readonly missed: number;
    /** Ends the recording; throws what has ended it before, such as a full disk. */
    stop(): RecordingTotals;
  }

  export interface Service {
    readonly name: string;
    close(): void;
  }

  interface Calls {
    execute(target: string, command: string, args?: Value, options?: ExecuteOptions): any;
    /** The round trip in milliseconds; of the hub where no plugin is named. */
    ping(target?: string, options?: PatienceOptions): number;
    plugins(options?: PluginsOptions): { name: string; round_trip_ms?: number | null }[];
    describe(target: string, command?: string, options?: Waiting): any;
    status(options?: Waiting): { [key: string]: any };
    /** Runs a line of the shell, which may do no more than the script; | !COMMAND needs --allow-run. */
    sh(line: string, options?: Waiting): any;
  }

  type Promised<T> = { [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never };

  export interface Waits {
    /** Waits for plugins to be registered. */
    waitFor(plugins: string | string[], options?: PatienceOptions): string | string[];
    /** Waits for a broadcast. */
    waitFor(type: MessageType, filter?: MessageFilter, options?: PatienceOptions): Message;
  }

  /** A part of a reply that is not as it was recorded. */
  export interface Difference {
    /** The number of the request, from 1. */
    request: number;
    plugin: string;
    command: string;
    /** As the option ignore takes it. */
    path: string;
    kind: 'changed' | 'missing' | 'added' | 'error';
    recorded?: any;
    now?: any;
  }

  export interface ReplayResult {
    /** Whether no request failed that had not failed in the recording. */
    ok: boolean;
    failures: { request: number; plugin: string; command: string; error: string }[];
    summary: { requests: number; failed: number; newly_failed: number; seconds: number };
  }

  export interface VerifyResult {
    /** Whether all replies are as they were recorded. */
    ok: boolean;
    differences: Difference[];
    summary: { requests: number; same: number; different: number; missing: number; unrecorded: number; seconds: number };
  }

  /** A recording that can be sent again. */
  export interface Replay {
    run(): ReplayResult;
    /** Sends it, and compares each reply with the recorded one. */
    verify(options?: VerifyOptions): VerifyResult;
  }

  export interface Hub extends Calls, Waits {
    readonly uri: string;
    /** Takes a recording, its parts or several, which the script must be allowed to read, to send the requests again. */
    replay(file: string | string[], options?: ReplayOptions): Replay;
    /** The same calls, as promises. */
    readonly async: Promised<Calls> & {
      replay(file: string | string[], options?: ReplayOptions): Promised<Replay>;
      until<T>(poll: () => T | Promise<T>, options?: UntilOptions<T>): Promise<NonNullable<T>>;
      waitFor(plugins: string | string[], options?: PatienceOptions): Promise<string | string[]>;
      waitFor(type: MessageType, filter?: MessageFilter, options?: PatienceOptions): Promise<Message>;
    };
    plugin<N extends keyof Plugins>(name: N): Plugin<Plugins[N]>;
    plugin(name: string): Plugin;
    /** Calls the handler for each broadcast; returns a function that stops this. */
    on(type: MessageType | '*', handler: (message: Message) => unknown): () => void;
    on(type: MessageType | '*', filter: MessageFilter, handler: (message: Message) => unknown): () => void;
    off(handler: (message: Message) => unknown): boolean;
    tail(options?: TailOptions): AsyncIterableIterator<Message>;
    /** Writes broadcasts to a file, until it is stopped or the script ends; needs --allow-write. */
    record(file: string, options?: RecordOptions): Recording;
    /** Calls a function again and again until its value fits. */
    until<T>(poll: () => T, options?: UntilOptions<T>): NonNullable<T>;
    /** Serves commands as a plugin, until it is closed. */
    serve(name: string, commands: Commands): Service;
    /** Answers as a plugin of a recording did: the one of this name, or another one. */
    serve(name: string, recording: RecordedCommands): Service;
    close(): void;
  }

  /** The hub of the shell; or, with a URI or options, another membership. */
  export function connect(uri?: string, options?: ConnectOptions): Hub;
  export function connect(options: ConnectOptions): Hub;
  export const hub: Hub;

  /** The words after the file's name. */
  export const args: string[];

  /** Waits; handlers and timers run meanwhile. */
  export const sleep: {
    (time: Time, options?: Waiting): void;
    async(time: Time, options?: Waiting): Promise<void>;
  };

  /** Ends the script at once, with an exit code from 0 to 255; not in a file of tests. */
  export function exit(code?: number): never;

  /** A file's text; needs --allow-read. */
  export function readText(path: string): string;
  /** A file's bytes; needs --allow-read. */
  export function readBytes(path: string): Uint8Array;
  /** Writes a file; needs --allow-write. */
  export function writeText(path: string, text: string, options?: WriteOptions): void;
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
}
