// What a check has to say about one field of a record.

export type Finding = {
  /** `refuse` keeps the record off the books, `warn` is told beside it. */
  readonly weight: 'refuse' | 'warn'
  readonly field: string
  readonly reason: string
}

export function refuse(field: string, reason: string): Finding {
  return { weight: 'refuse', field, reason }
}

export function warn(field: string, reason: string): Finding {
  return { weight: 'warn', field, reason }
}
