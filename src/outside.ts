// What Keyturn reaches outside of itself, by the settings.
import { resolve } from 'node:path'
import type { Context, Env, Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { type Config, ConfigError } from './config.ts'
import type { Bank } from './gateways/bank.ts'
import { bankFolder } from './gateways/bank-folder.ts'
import { bankSftp } from './gateways/bank-sftp.ts'
import type { CardProcessor } from './gateways/cards/card.ts'
import { stripeCard } from './gateways/cards/stripe-card.ts'
import { httpTextMessages } from './gateways/http-text-messages.ts'
import type { Messenger } from './gateways/messenger.ts'
import { openIdProvider } from './gateways/openid-provider.ts'
import type { SingleSignOn } from './gateways/single-sign-on.ts'
import { smtpMailer } from './gateways/smtp-mailer.ts'
import type { AssetName } from './ui/document.tsx'

export type Outside = {
  /** Where staff sign in with their work account; null: by passkey only. */
  readonly singleSignOn?: SingleSignOn | null
  readonly messenger: Messenger
  /** Where files for the bank go, and its own arrive. */
  readonly bank: Bank
  /** Where customers pay by card; null: nobody can. */
  readonly card?: CardProcessor | null
  /** Pages that only a demo adds to the desk's port. */
  readonly demoPages?: <E extends Env>(app: Hono<E>, host: PagesHost<E>) => void
}

/** What the desk does for them: its built files, and the token that its guard asks forms for. */
export type PagesHost<E extends Env> = {
  readonly assets: (name: AssetName) => string
  readonly fields: (c: Context<E>) => Promise<ComponentChildren>
  readonly typed: (c: Context<E>) => Readonly<Record<string, string | undefined>>
}

/** The lender's identity provider; null where the settings name none. */
export function connectSingleSignOn({ singleSignOn }: Config): SingleSignOn | null {
  return singleSignOn && openIdProvider(singleSignOn)
}

/** The lender's processor of cards; null where the settings name none. */
export function connectCards({ cards }: Config): CardProcessor | null {
  return cards && stripeCard(cards)
}

/** The lender's bank; a demo that names none has a folder in its home. */
export function connectBank({ bank, mode }: Config, home: string): Bank {
  if (bank !== null) return bank.kind === 'folder' ? bankFolder(bank.folder) : bankSftp(bank)
  if (mode === 'production')
    throw new ConfigError(
      'KEYTURN_SFTP_HOST: production needs a bank, by SFTP or by KEYTURN_BANK_FOLDER, to send ' +
        'payments to; see docs/operating/BANK.md',
    )
  return bankFolder(resolve(home, 'bank'))
}

/** Who prints and mails for the lender; a demo has a folder in its home, others may have nobody. */
export function connectPrintHouse(config: Config, home: string): Pick<Bank, 'deliver'> | null {
  const { printFolder, mode } = config
  if (printFolder !== null) return bankFolder(printFolder)
  return mode === 'demo' ? bankFolder(resolve(home, 'print')) : null
}

/** The lender's mail server and text gateway; null where a demo names none. */
export function connectOutside({ messages, mode }: Config): Pick<Outside, 'messenger'> | null {
  if (messages === null && mode === 'production')
    throw new ConfigError(
      'KEYTURN_SMTP_URL: production needs a mail server and a text gateway, for codes to sign ' +
        'in; see "Messages" in docs/operating/SETTINGS.md',
    )
  if (messages === null) return null
  const { mail, text } = messages
  return { messenger: { sendMail: smtpMailer(mail), sendText: httpTextMessages(text) } }
}
