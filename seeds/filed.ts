// A few real loans from a public filing, as the demo shows them: figures and months are the
// servicer's own, the people and vehicles are invented, for a filing names none.
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { BoardingRecord } from '#src/domain/account/boarding.ts'
import { type CivilDate, partsOf } from '#src/domain/calendar.ts'
import { readBoardingFile } from '#src/formats/boarding/read-boarding-file.ts'
import { person, vehicle } from './person.ts'
import type { Story } from './story.ts'

const FOLDER = resolve(import.meta.dirname, '../examples/abs-ee')

/** Invented people for the first loans of the filing. */
const PEOPLE = [
  { givenName: 'Noor', familyName: 'Haddad', username: 'noor.haddad', model: 'Godwit' },
  { givenName: 'Piet', familyName: 'Lindqvist', username: 'piet.lindqvist', model: 'Sanderling' },
]

/** The loans of the example filing with all their months, in the order of the file. */
export async function filedStories(today: CivilDate): Promise<Story[]> {
  const loans = await filedLoans(today)
  return loans.slice(0, PEOPLE.length).map((record, index) => {
    const { givenName, familyName, username = '', model = '' } = PEOPLE[index] ?? {}
    const obligor = person({
      givenName: givenName ?? '',
      familyName: familyName ?? '',
      number: index,
    })
    // As new as the filing says, or as the loan: what it bought was not made later.
    const year = record.vehicle.modelYear ?? partsOf(record.contract.start).year
    const invented = vehicle(year, model, `99000${index}`)
    return {
      record: { ...record, obligors: [obligor], vehicle: invented },
      about: 'a real loan from a public filing, with an invented person',
      usernames: [username],
      returned: [],
    }
  })
}

async function filedLoans(today: CivilDate): Promise<BoardingRecord[]> {
  const loans = new Map<string, BoardingRecord>()
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.xml')).sort()
  for (const name of files) {
    const file = { name, chunks: createReadStream(join(FOLDER, name)) }
    for await (const item of readBoardingFile(
      file,
      { trust: null, dayCount: 'actual/365' },
      { today, identityNumbers: 'us', rules: [] },
    )) {
      if (item.kind !== 'record') continue
      const { record } = item
      const known = loans.get(record.sourceKey)
      const months = [...(known?.months ?? []), ...record.months]
      loans.set(record.sourceKey, { ...(known ?? record), months })
    }
  }
  return [...loans.values()]
}
