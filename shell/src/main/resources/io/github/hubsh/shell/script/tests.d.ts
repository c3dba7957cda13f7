// Tests and expectations.

declare module 'hubsh' {
  export interface TestContext {
    hub: Hub;
    /** A plugin that is gone when the test ends. */
    fake(name: string, commands: Commands): Service;
    /** Registers a clean-up: it runs when the test has ended, however it ended; the last one first. */
    onTestFinished(work: TestBody): void;
    after(work: TestBody): void;
  }
  export type TestBody = (context: TestContext) => unknown;
  export interface TestOptions {
    timeout?: Time;
    retry?: number;
  }
  interface TestDefinition {
    (name: string, body: TestBody): void;
    (name: string, options: TestOptions, body: TestBody): void;
    (name: string, body: TestBody, timeout: number): void;
  }
  interface EachTest {
    <T>(table: readonly T[]): (name: string, body: (...row: any[]) => unknown) => void;
    (headings: TemplateStringsArray, ...values: unknown[]): (name: string, body: (row: any) => unknown) => void;
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
  export const describe: GroupDefinition & {
    only: GroupDefinition & { each: EachTest };
    skip: GroupDefinition & { each: EachTest };
    each: EachTest;
  };
  export function beforeAll(body: TestBody): void;
  export function afterAll(body: TestBody): void;
  export function beforeEach(body: TestBody): void;
  export function afterEach(body: TestBody): void;
  export function onTestFinished(work: TestBody): void;
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
    toHaveProperty(path: string | (string | number | symbol)[], value?: unknown): R;
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
    arrayOf(part: unknown): any;
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
