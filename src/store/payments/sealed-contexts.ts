// What sealed values of bank accounts are bound to: moved to another row they do not open.

type Row = { readonly accountId: string; readonly id: string }

/** The numbers of a bank account. */
export function fundingContext({ accountId, id }: Row): string {
  return `funding account ${accountId} ${id}`
}

/** The two amounts of a check. */
export function fundingCheckContext({ accountId, id }: Row): string {
  return `funding check ${accountId} ${id}`
}
