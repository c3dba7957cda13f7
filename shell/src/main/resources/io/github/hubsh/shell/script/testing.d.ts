// What tests have beside expectations of values: fixtures, calls, polls, matchers of one's own.

declare module 'hubsh' {
  export interface FixtureOptions {
    /** Set it up for every test, also for those that do not name it. */
    auto?: boolean;
    /** One for each test (default), or one for the whole file. */
    scope?: 'test' | 'file';
  }
  type FixtureFunction<T, F> = (context: TestContext & F, use: (value: T) => Promise<void>) => unknown;
  type Fixture<T, F> = FixtureFunction<T, F> | T;
  export type Fixtures<G, F = {}> = { [K in keyof G]: Fixture<G[K], F & G> | [Fixture<G[K], F & G>, FixtureOptions] };

  type LooseFixtureFunction = (context: any, use: (value?: any) => Promise<void>) => unknown;
  type LooseFixture =
    | LooseFixtureFunction
    | readonly [unknown, FixtureOptions]
    | string | number | boolean | object | null | undefined;

  /** What a function of fn() remembers. */
  export interface MockLog {
    readonly calls: any[][];
    readonly results: { type: 'return' | 'throw' | 'incomplete'; value: any }[];
    readonly lastCall?: any[];
  }
  export interface Mock<A extends any[] = any[], R = any> {
    (...args: A): R;
    readonly mock: MockLog;
    mockImplementation(implementation: (...args: A) => R): this;
    mockImplementationOnce(implementation: (...args: A) => R): this;
    mockReturnValue(value: R): this;
    mockReturnValueOnce(value: R): this;
    mockResolvedValue(value: any): this;
    mockResolvedValueOnce(value: any): this;
    mockRejectedValue(error: unknown): this;
    mockRejectedValueOnce(error: unknown): this;
    mockName(name: string): this;
    getMockName(): string;
    /** Forgets the calls. */
    mockClear(): this;
    /** Forgets the calls and the implementation. */
    mockReset(): this;
    /** Forgets the calls; the implementation is the first one again. */
    mockRestore(): this;
  }
  /** A function that remembers its calls; also for a command of a fake. */
  export function fn<A extends any[], R>(implementation: (...args: A) => R): Mock<A, R>;
  export function fn(): Mock;

  export interface FakeCall {
    readonly command: string;
    readonly args: any;
    readonly source: string;
    readonly time: Date;
    readonly value?: any;
    readonly error?: any;
  }
  /** A plugin that remembers who called it with what. */
  export interface Fake<C = Commands> extends Service {
    readonly calls: FakeCall[];
    /** For toHaveBeenCalledWith and its like, each by its arguments. */
    readonly commands: { readonly [K in keyof C]: { readonly mock: MockLog } };
  }

  /** A plugin that answers as one of a recording did. */
  export interface RecordedFake extends Service {
    readonly calls: FakeCall[];
    readonly commands: { readonly [command: string]: { readonly mock: MockLog } };
  }

  /** For fn(), for a fake (command and arguments), and for one command of a fake (arguments). */
  interface CallMatchers<R> {
    toHaveBeenCalled(): R;
    toHaveBeenCalledOnce(): R;
    toHaveBeenCalledTimes(count: number): R;
    toHaveBeenCalledWith(...args: any[]): R;
    toHaveBeenLastCalledWith(...args: any[]): R;
    toHaveBeenNthCalledWith(number: number, ...args: any[]): R;
    toHaveBeenCalledExactlyOnceWith(...args: any[]): R;
    toHaveReturned(): R;
    toHaveReturnedTimes(count: number): R;
    toHaveReturnedWith(value: unknown): R;
    toHaveLastReturnedWith(value: unknown): R;
    toHaveNthReturnedWith(number: number, value: unknown): R;
  }

  // options PollOptions
  type PolledMatchers = { [K in Exclude<keyof Matchers, 'not' | 'resolves' | 'rejects'>]: (...values: any[]) => Promise<void> } & {
    readonly not: PolledMatchers;
  };

  /** Declare the matchers of expect.extend here. */
  export interface CustomMatchers<R = void> {}
  /** Declare those of them here that stand inside of an expected value. */
  export interface CustomStandIns {}
  export interface MatcherSelf {
    readonly isNot: boolean;
    equals(actual: unknown, expected: unknown): boolean;
    readonly utils: {
      stringify(value: unknown): string;
      printReceived(value: unknown): string;
      printExpected(value: unknown): string;
      diff(expected: unknown, actual: unknown): string;
    };
  }
  export interface MatcherResult {
    pass: boolean;
    message?: string | (() => string);
    expected?: unknown;
    actual?: unknown;
  }
  type CustomMatcher = (this: MatcherSelf, received: any, ...values: any[]) => MatcherResult | Promise<MatcherResult>;
}
