// Arrays of values that need no quotes, as the text that the server reads. The library looks at
// each value three times to write the same.

export type Plain = string | number | boolean | null

/** For ids, dates, moments, numbers and our own names; text of anybody else's is not plain. */
export function plainArray(values: readonly Plain[]): string {
  return `{${values.map(plain).join(',')}}`
}

/** For columns of bytes. */
export function bytesArray(values: readonly Buffer[]): string {
  return `{${values.map((bytes) => `"\\\\x${bytes.toString('hex')}"`).join(',')}}`
}

function plain(value: Plain): Plain {
  return value === null ? 'NULL' : value
}
