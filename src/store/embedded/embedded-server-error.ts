/** What an operator can put right: the message says what happened and what to do about it. */
export class EmbeddedServerError extends Error {
  override name = 'EmbeddedServerError'
}

/**
 * Turns the many faces of a full disk into one sentence; every other error is returned as it is.
 */
export function explainFullDisk(error: unknown, directory: string): unknown {
  const text = error instanceof Error ? error.message : String(error)
  if (!/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.test(text)) return error
  return new EmbeddedServerError(
    `The disk that holds ${directory} is full. Free some space (a new database takes about ` +
      '100 MB) and start again; nothing was lost.',
    { cause: error },
  )
}

/** The operating system's error code ('ENOENT' and the like), when the error carries one. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
