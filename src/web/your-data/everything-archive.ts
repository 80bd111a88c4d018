// Everything we know about a person in one ZIP: JSON for programs, a page to begin reading with,
// every paper. Each file is made when its turn comes.
import { ZipFile } from 'yazl'
import { ownedAccounts } from '#src/identity/ownership.ts'
import { papersToRead } from '#src/servicing/documents/read-papers.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { addLazily, addPapers } from '../documents/paper-zip.ts'
import { papersOf } from '../documents/papers-of.ts'
import { archiveIndex } from './archive-index.tsx'
import { asJson, type OwnAccount, ownAccount } from './own-account.ts'
import { ownPerson } from './own-person.ts'

/** `name`: of the person, on the first page. */
export async function everythingArchive(visit: AccountVisit, name: string): Promise<ZipFile> {
  const { c, ctx, session, reader } = visit
  const madeAt = ctx.clock.now()
  const zip = new ZipFile()
  const add = (file: string, make: () => Promise<string>) =>
    addLazily(zip, {
      name: file,
      options: { compress: true, mtime: new Date(madeAt) },
      read: async () => Buffer.from(await make()),
    })
  const accounts: OwnAccount[] = []
  for (const [index, owner] of ownedAccounts(session).entries())
    accounts.push(await ownAccount({ ctx, owner, reader }, index + 1))
  const lender = ctx.lender.name
  add('index.html', async () => archiveIndex(reader, { name, lender, madeAt, accounts }))
  add('you.json', async () => asJson(await ownPerson(c, session)))
  for (const { owner, folder, files, make } of accounts) {
    for (const file of files) add(`${folder}${file}`, () => make(file))
    const papers = await papersToRead(papersOf(visit), owner, null)
    addPapers(zip, papers, { reader, folder: `${folder}papers/` })
  }
  return zip
}
