// `keyturn staff`: who may sign in to the desk.
import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  addByCommand,
  disableByCommand,
  listByCommand,
  type NewPerson,
  type RosterDeps,
} from '#src/identity/staff/staff-roster.ts'
import { readConfig } from '../../config.ts'
import { openKeyturn } from '../../main.ts'

const ROLES = ['agent', 'supervisor', 'administrator', 'auditor'] as const

export function registerStaff(program: Command): void {
  const staff = program
    .command('staff')
    .description('who may sign in to the staff desk, and with which role')
    .addHelpText('after', HELP)
  staff
    .command('add')
    .description('add somebody, or give who is there another link; prints a link that works once')
    .argument('<email>', 'their address at work', address)
    .requiredOption('--name <name>', 'as colleagues know them', named)
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .action((email: string, given: Omit<NewPerson, 'email'>) => onBook(add({ email, ...given })))
  staff
    .command('list')
    .description('everybody, with role and ways to sign in')
    .action(() => onBook(list))
  staff
    .command('disable')
    .description('end their work at the desk at once: sessions, links and passkeys')
    .argument('<email>', 'their address at work', address)
    .action((email: string) => onBook(disable(email)))
}

const HELP = `
Roles: agent serves customers · supervisor also starts recoveries and sees whole contacts
       administrator also keeps the staff · auditor reads everything and changes nothing
docs/operating/STAFF.md says more.

Exit codes: 0 done · 1 refused: the reason is printed · 2 it could not run`

type Work = (deps: RosterDeps) => Promise<{ readonly code: 0 | 1; readonly lines: string[] }>

async function onBook(work: Work): Promise<void> {
  const config = readConfig(process.env)
  const keyturn = await openKeyturn(config)
  try {
    const { db, vault, clock, newId } = keyturn.context('command line')
    const { code, lines } = await work({ db, vault, clock, newId, deskOrigin: config.deskOrigin })
    process.stdout.write(lines.map((line) => `${line}\n`).join(''))
    process.exitCode = code
  } finally {
    await keyturn.close()
  }
}

function add(person: NewPerson): Work {
  return async (deps) => {
    const link = await addByCommand(deps, person)
    if (link === 'otherRole')
      return { code: 1, lines: [`${person.email} is there with another role: nothing was changed`] }
    if (link === 'disabled')
      return { code: 1, lines: [`${person.email} was disabled: nothing was changed`] }
    return { code: 0, lines: [link.url, `works once, until ${link.expiresAt}`] }
  }
}

const list: Work = async (deps) => {
  const everybody = await listByCommand(deps)
  const lines = everybody.map(({ email, name, role, passkeys, isBoundToSso, ...staff }) => {
    const ways = [`${passkeys} passkeys`, ...(isBoundToSso ? ['work account'] : [])].join(', ')
    const waiting = staff.approvedAt === null ? ['waits for a second administrator'] : []
    const state = staff.disabledAt === null ? waiting : [`disabled ${staff.disabledAt}`]
    return [email, name, role, ways, ...state].join(' · ')
  })
  return { code: 0, lines: lines.length > 0 ? lines : ['nobody yet: keyturn staff add'] }
}

function disable(email: string): Work {
  return async (deps) =>
    (await disableByCommand(deps, email))
      ? { code: 0, lines: [`${email} cannot sign in any more; sessions and links are ended`] }
      : { code: 1, lines: [`${email} is nobody of the desk, or disabled already`] }
}

function address(text: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(text) && text.length <= 200) return text
  throw new InvalidArgumentError('Not an address.')
}

function named(text: string): string {
  const name = text.trim()
  if (name.length >= 1 && name.length <= 80) return name
  throw new InvalidArgumentError('From 1 to 80 characters.')
}
