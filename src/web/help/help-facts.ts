// What the help pages fill their sentences with: the lender's numbers and settings.
import { backupCodesInSet } from '#src/identity/factors/backup-codes.ts'
import { mostAuthenticators } from '#src/identity/factors/enroll-authenticator.ts'
import { freshMinutes } from '#src/identity/levels.ts'
import { passwordMinimum } from '#src/identity/registration/password-rules.ts'
import type { HelpFacts } from '#src/words/en/help/help-topic.ts'
import type { WebContext } from '../request-context.ts'
import { limitsIn } from './help-limits.ts'

export function helpFacts(c: WebContext): HelpFacts {
  const { config } = c.get('web')
  const { lender } = config
  const { identity, accountProof } = c.get('words')
  const { proof, identityNumbers } = lender.registration
  const { name, phone, fraudPhone, email } = lender
  const { proving, ...limits } = limitsIn(config.session, identity.duration)
  const asked = [accountProof.lastFour[identityNumbers].inList, accountProof.inList[proof]] as const
  return {
    lender: name,
    phone,
    hours: lender.hours[c.get('locale')],
    fraudPhone,
    email,
    address: lender.address.join(', '),
    host: new URL(config.portalOrigin).host,
    mailFrom: config.messages ? addressIn(config.messages.mail.from) : null,
    ...limits,
    proof: {
      ...proving,
      needs: accountProof.needs(...asked),
      asksBirthDate: proof === 'birthDate',
    },
    freshMinutes,
    passwordMinimum,
    backupCodes: backupCodesInSet,
    apps: mostAuthenticators,
  }
}

/** "Example Motor Finance <no-reply@mail.example>" is read as its address. */
function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from
}
