// The bank's side of files: one place where ours go, one where its own arrive.

export type Bank = {
  /**
   * Puts a file before the bank under its name, whole or not at all. Done again with the same bytes
   * it changes nothing while the file is still there; a bank that took it away finds it once more,
   * and knows it by its name and header.
   */
  readonly deliver: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  /** Names of the files from the bank that are whole and not taken yet, in order. */
  readonly incoming: () => Promise<readonly string[]>
  readonly fetch: (name: string) => Promise<Uint8Array>
  /** Moves a file from the bank aside, so that it is not met again. Done again, changes nothing. */
  readonly markTaken: (name: string) => Promise<void>
}

/** What a file is called until it is whole; neither side takes such a one. */
export const UNFINISHED = '.part'

/** Where files from the bank go once taken, inside the place where they arrive. */
export const TAKEN = 'taken'

/** Throws for a name that could lead out of its folder: names also come from the bank. */
export function plainName(name: string): string {
  if (!/^[A-Za-z0-9_][A-Za-z0-9._ -]{0,199}$/.test(name))
    throw new Error(`not a plain file name: ${JSON.stringify(name)}`)
  return name
}

/** Whether a name found where files arrive is one to take. */
export function isWhole(name: string): boolean {
  return !name.startsWith('.') && !name.endsWith(UNFINISHED)
}
