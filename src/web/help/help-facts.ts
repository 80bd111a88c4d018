// What the help pages say in figures, from where the product itself takes them.
import {
  BUDGETS,
  firstWaitSeconds,
  longestWaitSeconds,
  mostFailures,
} from '#src/identity/attempt-budgets.ts'
import { backupCodesInSet } from '#src/identity/factors/backup-codes.ts'
import { mostAuthenticators } from '#src/identity/factors/enroll-authenticator.ts'
import { codeDigits, codeMinutes } from '#src/identity/factors/sent-code.ts'
import { freshMinutes } from '#src/identity/levels.ts'
import { proofMinutes } from '#src/identity/proof/prove-account.ts'
import { holdHours } from '#src/identity/recovery/hold-login.ts'
import { passwordMinimum } from '#src/identity/registration/password-rules.ts'
import { visitorMinutes } from '#src/identity/sessions.ts'
import { MOST_TRIES } from '#src/store/logins/sent-codes.ts'
import type { HelpFacts } from '#src/words/en/help/help-topic.ts'
import type { WebContext } from '../request-context.ts'

export function helpFacts(c: WebContext): HelpFacts {
  const { config } = c.get('web')
  const { lender, session } = config
  const { identity, accountProof } = c.get('words')
  const { proof, identityNumbers } = lender.registration
  const { name, phone, fraudPhone, email } = lender
  const longestWait = identity.duration(longestWaitSeconds)
  return {
    lender: name,
    phone,
    hours: lender.hours[c.get('locale')],
    fraudPhone,
    email,
    address: lender.address.join(', '),
    host: new URL(config.portalOrigin).host,
    mailFrom: config.messages ? addressIn(config.messages.mail.from) : null,
    signIn: {
      tries: BUDGETS['sign-in-name'].freeTries,
      firstWait: identity.duration(firstWaitSeconds),
      longestWait,
      most: mostFailures,
    },
    code: {
      digits: codeDigits,
      minutes: codeMinutes,
      tries: MOST_TRIES,
      sends: BUDGETS['code-login'].freeTries,
      sendWait: identity.duration(BUDGETS['code-login'].waitSeconds),
    },
    proof: {
      needs: accountProof.needs(
        accountProof.lastFour[identityNumbers].inList,
        accountProof.inList[proof],
      ),
      tries: BUDGETS['registration-account'].freeTries,
      minutes: proofMinutes,
      asksBirthDate: proof === 'birthDate',
    },
    session: { idleMinutes: session.idleMinutes, hours: session.absoluteHours },
    formMinutes: visitorMinutes,
    holdHours,
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
