import { readFile } from 'node:fs/promises'
import { newestId, parseKeys } from '#src/vault/keys.ts'
import { checkingKey, signingKey } from '#src/vault/signing.ts'

/** Numbers of the keys and the public keys of signatures, a line each; no secret. */
export async function listKeys(file: string): Promise<string[]> {
  const { seal, sign, retired } = parseKeys(await readFile(file, 'utf8'))
  const mark = (id: number, newest: number) => (id === newest ? ', in use' : '')
  return [
    file,
    ...seal.map(({ id }) => `sealing key ${id}${mark(id, newestId(seal))}`),
    ...sign.map(({ id, key }) => {
      const { name } = signingKey(key)
      return `signing key ${id}${mark(id, newestId(sign))}, public key ${name}`
    }),
    ...retired.map(({ id, open }) => {
      const { name } = checkingKey(open)
      return `signing key ${id}, retired: it only checks, public key ${name}`
    }),
  ]
}
