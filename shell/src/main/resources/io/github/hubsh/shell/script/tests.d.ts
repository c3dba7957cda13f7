// Tests and expectations.

declare module 'hubsh' {
  export interface TestContext {
    hub: Hub;
    /** A plugin that is gone when the test ends; it remembers its calls. */
    fake: typeof fake;
    /** Registers a clean-up: it runs when the test has ended, however it ended; the last one first. */
    onTestFinished(work: TestBody<any>): void;
    after(work: TestBody<any>): void;
  }
  export type TestBody<F = {}> = (context: TestContext & F) => unknown;
  // options TestOptions
  interface TestDefinition<F = {}> {
    (name: string, body: TestBody<F>): void;
    (name: string, options: TestOptions, body: TestBody<F>): void;
    (name: string, body: TestBody<F>, timeout: number): void;
  }
  interface EachTest {
    <T>(table: readonly T[]): (name: string, body: (...row: any[]) => unknown) => void;
    (headings: TemplateStringsArray, ...values: unknown[]): (name: string, body: (row: any) => unknown) => void;
  }
  export interface TestFunction<F = {}> extends TestDefinition<F> {
    only: TestDefinition<F> & { each: EachTest };
    skip: ((name: string, ...rest: any[]) => void) & { each: EachTest };
    todo(name: string): void;
    skipIf(condition: unknown, reason?: string): TestDefinition<F>;
    each: EachTest;
    /** A part of a test that has a name in the reports and in its failure; gives what the body gives. */
    step<T>(name: string, body: () => T): T;
    /** A `test` whose tests may name these fixtures: values, or functions that call `await use(value)`. */
    extend<K extends string>(fixtures: { [N in K]: LooseFixture }): TestFunction<Omit<F, K> & { [N in K]: any }>;
    /** With the types of the fixtures: test.extend<{ valve: Valve }>({ … }). */
    extend<G extends {}>(fixtures: Fixtures<G, F>): TestFunction<Omit<F, keyof G> & G>;
  }
  export const test: TestFunction;
  export const it: typeof test;
  interface GroupDefinition {
    (name: string, body: () => void): void;
  }
  export const describe: GroupDefinition & {
    only: GroupDefinition & { each: EachTest };
    skip: GroupDefinition & { each: EachTest };
    each: EachTest;
  };
  /** Before the first test of its group or file; its fakes live until the last. */
  export function beforeAll(body: TestBody): void;
  export function afterAll(body: TestBody): void;
  export function beforeEach(body: TestBody<any>): void;
  export function afterEach(body: TestBody<any>): void;
  export function onTestFinished(work: TestBody<any>): void;
  interface FakeFunction {
    <C extends Commands>(name: string, commands: C): Fake<C>;
    /** One of the plugins of a recording or of its parts, which answers as it did; needs --allow-read. */
    from(file: string | string[], options: RecordingOptions & { plugin: string }): RecordedFake;
    /** All plugins of a recording. */
    from(file: string | string[], options?: RecordingOptions): RecordedFake[];
  }
  export const fake: FakeFunction;

  type ErrorWanted = string | RegExp | (new (...args: any[]) => unknown) | { [key: string]: unknown };
  export interface Matchers<R = void> extends CallMatchers<R>, CustomMatchers<R> {
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
    toHaveProperty(path: string | (string | number | symbol)[], value?: unknown): R;
    toMatch(pattern: string | RegExp): R;
    toSatisfy(test: (value: any) => unknown): R;
    toThrow(wanted?: ErrorWanted): R;
    /** The same value as in the file beside the test file, FILE.snap, which only `hubsh test --update` writes. */
    toMatchSnapshot(hint?: string): R;
    toMatchSnapshot(properties: object, hint?: string): R;
    readonly not: Matchers<R>;
    readonly resolves: Matchers<Promise<void>>;
    readonly rejects: Matchers<Promise<void>>;
  }
  interface StandIns extends CustomStandIns {
    any(type: unknown): any;
    objectContaining(part: object): any;
    arrayContaining(parts: unknown[]): any;
    arrayOf(part: unknown): any;
    stringContaining(part: string): any;
    stringMatching(pattern: string | RegExp): any;
    closeTo(number: number, digits?: number): any;
  }
  export const expect: StandIns & {
    (actual: unknown, hint?: string): Matchers;
    soft(actual: unknown, hint?: string): Matchers;
    /** Calls a function again and again until the matcher holds. */
    poll(probe: () => unknown, options?: PollOptions): PolledMatchers;
    /** Adds matchers; declare them in CustomMatchers. */
    extend(matchers: { [name: string]: CustomMatcher }): void;
    fail(message?: string): never;
    /** The test fails if its body checks another number of expectations. */
    assertions(count: number): void;
    /** The test fails if its body checks no expectation. */
    hasAssertions(): void;
    anything(): any;
    not: StandIns;
  };
}
