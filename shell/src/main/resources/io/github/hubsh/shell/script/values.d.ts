// Values of Python, numpy and pandas.

declare module 'hubsh' {
  /**
   * What crosses between a script and the network. An integer beyond 2^53 is a bigint, bytes are a Uint8Array, and a
   * PythonValue is seen as its text; other values look as JSON shows them (tuples and sets are arrays, tables are shapes).
   * What came from the network goes back as what it was, a container while nothing in it was changed; only a number or
   * a truth of numpy, NaT and NA, and a float such as 2.0, is JavaScript's own when it stands alone: as an object it would
   * be true even for 0, and differ from 0 by ===. Hand on the object or the list that it came in. A dict that was changed,
   * also as { ...reply, more: 1 }, keeps its class and the types of its keys and of the parts that are the same. A typed array is an array of numpy, a
   * Map with other keys than texts a dict with those, a Set a set. With mime: 'json', what JSON would change is refused.
   */
  export type Value =
    | null
    | boolean
    | number
    | bigint
    | string
    | PythonValue
    | Uint8Array
    | ArrayBuffer
    | NumericArray
    | Date
    | Series
    | Frame
    | Value[]
    | Map<Label, Value>
    | Set<Label>
    | { [key: string]: Value | undefined };

  /** An array of numpy, of its own type. */
  export type NumericArray =
    | Int8Array
    | Uint8ClampedArray
    | Int16Array
    | Uint16Array
    | Int32Array
    | Uint32Array
    | BigInt64Array
    | BigUint64Array
    | Float32Array
    | Float64Array;

  /** A label of a table, or a key of a dict. */
  export type Label = null | boolean | number | bigint | string | PythonValue | Date;

  /**
   * A UUID, date, Decimal or the like: a text with all that a text can do, which is sent as what it is. `${value}` is the
   * plain text. Compare it with a text by ==, with another one by ===.
   */
  export class PythonValue extends String {
    private constructor();
  }

  export function uuid(text: string): PythonValue;
  /** A date and time in ISO 8601, such as 2026-01-31T15:04:05+01:00. */
  export function datetime(text: string | Date): PythonValue;
  export function date(text: string | PythonValue): PythonValue;
  export function time(text: string | PythonValue): PythonValue;
  /** A duration such as '1h30m' or 'PT1H30M', or seconds. */
  export function timedelta(duration: string | number | PythonValue): PythonValue;
  /** A text, since a number may have lost digits. */
  export function decimal(text: string | bigint | number | PythonValue): PythonValue;
  /** Such as '1/3', or two whole numbers. */
  export function fraction(text: string | bigint | number | PythonValue, denominator?: bigint | number): PythonValue;
  /** Such as '1+2j', or two numbers. It stays a complex number while it is not changed. */
  export function complex(text: string | number, imaginary?: number): { [key: string]: Value };
  /** Bytes from base64. */
  export function bytes(base64: string): Uint8Array;
  /** Its elements, or one array of them. It stays a tuple while it is not changed. */
  export function tuple(...elements: Value[]): Value[];
  /** Its elements, or one array of them. It stays a set while it is not changed. */
  export function set(...elements: Value[]): Value[];
  /** As set, but one that may be an element of a set and the key of a dict. */
  export function frozenset(...elements: Value[]): Value[];
  /** An array of numpy: numbers, or lists of one length. It stays one while it is not changed. */
  export function array(values: Value[] | NumericArray, dtype?: string): Value[];

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

  // options FrameOptions SeriesOptions

  /** Values by their labels; in a Map labels may be numbers. */
  type Labelled<T> = { [label: string]: T } | Map<Label, T>;
  type Column = Value[] | NumericArray | Labelled<Value>;

  /** A pandas Series, of labels and values or of an array; sent as a pickle. */
  export function series(
    data: Value[] | NumericArray | Labelled<Value>,
    options?: SeriesOptions,
  ): Series;

  /** A pandas DataFrame, of columns or of rows; sent as a pickle. */
  export function frame(
    data: Labelled<Column> | Labelled<Value>[],
    options?: FrameOptions,
  ): Frame;
}
