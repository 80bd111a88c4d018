// Bytes kept under their SHA-256, so that what a row names can never be other bytes.

export type Files = {
  /** Whole and on the disk when it answers; bytes that are there already are left alone. */
  readonly put: (digest: Uint8Array, bytes: Uint8Array) => Promise<void>
  /** Throws where they are missing, or are not what their name says. */
  readonly get: (digest: Uint8Array) => Promise<Buffer>
}
