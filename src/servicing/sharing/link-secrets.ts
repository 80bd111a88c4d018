// The secret address of a payoff link and its code. Both follow from the form that asked for
// them, so that the same form, sent twice, shows the same ones; neither is kept.
import type { Vault } from '#src/vault/vault.ts'

export type LinkSecrets = {
  /** 64 hex digits: what stands in the address. */
  readonly secret: string
  /** Eight digits, to be told by voice. */
  readonly code: string
}

export function linkSecrets(
  vault: Vault,
  form: { readonly accountId: string; readonly obligorId: string; readonly formKey: string },
): LinkSecrets {
  const parts = [form.accountId, form.obligorId, form.formKey] as const
  const number = vault.mac('payoff link code', ...parts).readUIntBE(0, 6) % 10 ** CODE_DIGITS
  return {
    secret: vault.mac('payoff link address', ...parts).toString('hex'),
    code: String(number).padStart(CODE_DIGITS, '0'),
  }
}

export const CODE_DIGITS = 8

export function secretHash(vault: Vault, secret: string): Buffer {
  return vault.mac('payoff link secret hash', secret)
}

export function codeHash(vault: Vault, of: { linkId: string; code: string }): Buffer {
  return vault.mac('payoff link code hash', of.linkId, of.code)
}

export function formHash(vault: Vault, formKey: string): Buffer {
  return vault.mac('payoff link form', formKey)
}
