import type { AttachedKind } from '#src/domain/attached-kinds.ts'

/** Papers that did not come from us, such as the signed contract. */
export const attached = {
  kinds: {
    contract: 'Signed contract',
    amendment: 'Change of the contract',
    titlePaper: 'Title or registration',
    insurance: 'Insurance',
    letter: 'Letter',
    otherPaper: 'Other paper',
  } satisfies Record<AttachedKind, string>,
  detail: (title: string, day: string) => `${title}, dated ${day}`,
  replaced: 'A newer one stands in its place',
}
