// Tries, waits and times as the help pages say them, from where the product itself takes them.
import {
  BUDGETS,
  firstWaitSeconds,
  longestWaitSeconds,
  mostFailures,
} from '#src/identity/attempt-budgets.ts'
import { trustHours } from '#src/identity/devices/trusted-device.ts'
import { codeDigits, codeMinutes } from '#src/identity/factors/sent-code.ts'
import { proofMinutes } from '#src/identity/proof/prove-account.ts'
import { holdHours } from '#src/identity/recovery/hold-login.ts'
import { idleOf, type SessionLimits } from '#src/identity/session-row.ts'
import { visitorMinutes } from '#src/identity/sessions.ts'
import { MOST_TRIES } from '#src/store/logins/sent-codes.ts'
import type { HelpFacts } from '#src/words/en/help/help-topic.ts'

type Limits = Pick<
  HelpFacts,
  'signIn' | 'code' | 'session' | 'formMinutes' | 'holdHours' | 'trustDays' | 'takesCodes'
> & { readonly proving: Pick<HelpFacts['proof'], 'tries' | 'minutes'> }

export function limitsIn(session: SessionLimits, said: (seconds: number) => string): Limits {
  const isStrict = session.profile === 'strict'
  return {
    signIn: {
      tries: BUDGETS['sign-in-name'].freeTries,
      firstWait: said(firstWaitSeconds),
      longestWait: said(longestWaitSeconds),
      most: mostFailures,
    },
    code: {
      digits: codeDigits,
      minutes: codeMinutes,
      tries: MOST_TRIES,
      sends: BUDGETS['code-login'].freeTries,
      sendWait: said(BUDGETS['code-login'].waitSeconds),
    },
    proving: { tries: BUDGETS['registration-account'].freeTries, minutes: proofMinutes },
    session: {
      idleMinutes: session.idleMinutes,
      sharedMinutes: idleOf(session, { shared: true }).minutes,
      hours: session.absoluteHours,
    },
    formMinutes: visitorMinutes,
    holdHours,
    trustDays: isStrict ? null : trustHours / 24,
    takesCodes: !isStrict,
  }
}
