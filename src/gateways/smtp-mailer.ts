// Mail through the lender's own SMTP server (RFC 5321), with STARTTLS or TLS as its address says.
import { createTransport } from 'nodemailer'
import type { Mail } from './messenger.ts'

const WAIT_MS = 10_000

export type SmtpSettings = {
  /** "smtps://user:password@mail.example:465" or "smtp://mail.example:587". */
  readonly url: string
  /** "Example Motor Finance <no-reply@mail.example>". */
  readonly from: string
}

/** Throws when the server does not take the mail for its one recipient. */
export function smtpMailer({ url, from }: SmtpSettings): (mail: Mail) => Promise<void> {
  const server = new URL(url)
  const isPlain = server.protocol === 'smtp:'
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port || (isPlain ? 587 : 465)),
    secure: !isPlain,
    // A code never travels in the clear; a relay on this machine has no wire to listen on.
    requireTLS: isPlain && !isHere,
    ...(server.username && {
      auth: {
        user: decodeURIComponent(server.username),
        pass: decodeURIComponent(server.password),
      },
    }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? server.hostname
  return async ({ id, to, subject, text }) => {
    await transport.sendMail({
      from,
      // As an object: an address is never read as a list of several.
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  }
}
