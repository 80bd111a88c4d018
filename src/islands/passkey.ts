// Passkeys: asks this browser for one, or for a new one, and sends what it answers with the form
// that stands on the page. What needs a passkey stays hidden until this runs.

type Kind = 'get' | 'create'

if (window.PublicKeyCredential && navigator.credentials) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) offer(form)
  for (const instead of document.querySelectorAll<HTMLElement>('[data-without-passkeys]'))
    instead.hidden = true
}

function offer(form: HTMLFormElement): void {
  let isBusy = false
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    isBusy = await useForm(form)
  })
  // The page as it was, after going back to it.
  window.addEventListener('pageshow', () => {
    isBusy = false
  })
}

/** True once the form is on its way. */
async function useForm(form: HTMLFormElement): Promise<boolean> {
  for (const line of form.querySelectorAll<HTMLElement>('[data-when]')) line.hidden = true
  try {
    const kind: Kind = form.dataset.passkey === 'create' ? 'create' : 'get'
    send(form, await answerTo(form, kind))
    return true
  } catch (error) {
    // Whoever closes the browser's own window is told so, whatever the reason was.
    const known = error instanceof DOMException && error.name === 'InvalidStateError'
    const line = form.querySelector<HTMLElement>(`[data-when=${known ? 'known' : 'idle'}]`)
    if (line) line.hidden = false
    return false
  }
}

/** Empty when there is nothing to sign: the page that the form leads to says why. */
async function answerTo(form: HTMLFormElement, kind: Kind): Promise<string> {
  const body = new URLSearchParams()
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=hidden]'))
    body.append(field.name, field.value)
  const address = form.dataset.challenge ?? ''
  const reply = await fetch(address, { method: 'POST', body, redirect: 'manual' })
  if (!reply.ok) return ''
  const options = await reply.json()
  const credential =
    kind === 'create'
      ? await navigator.credentials.create({ publicKey: creationOf(options) })
      : await navigator.credentials.get({ publicKey: requestOf(options) })
  return JSON.stringify(plain(credential as PublicKeyCredential))
}

function send(form: HTMLFormElement, credential: string): void {
  append(form, 'credential', credential)
  // Said once, beside the password, it holds for both ways in.
  if (document.querySelector('#shared:checked')) append(form, 'shared', 'yes')
  form.submit()
}

function append(form: HTMLFormElement, name: string, value: string): void {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  form.append(field)
}

function requestOf(
  options: PublicKeyCredentialRequestOptionsJSON,
): PublicKeyCredentialRequestOptions {
  if (PublicKeyCredential.parseRequestOptionsFromJSON)
    return PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const { challenge, rpId = location.hostname } = options
  return { challenge: bytesOf(challenge), rpId, userVerification: 'required' }
}

function creationOf(
  options: PublicKeyCredentialCreationOptionsJSON,
): PublicKeyCredentialCreationOptions {
  if (PublicKeyCredential.parseCreationOptionsFromJSON)
    return PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const { challenge, rp, user, pubKeyCredParams, authenticatorSelection } = options
  const known = options.excludeCredentials ?? []
  return {
    challenge: bytesOf(challenge),
    rp,
    user: { ...user, id: bytesOf(user.id) },
    pubKeyCredParams,
    excludeCredentials: known.map(({ id }) => ({ type: 'public-key', id: bytesOf(id) })),
    ...(authenticatorSelection && { authenticatorSelection }),
  }
}

/** What a browser of before 2024 does not say by itself. */
function plain(credential: PublicKeyCredential): unknown {
  if (credential.toJSON) return credential.toJSON()
  const { id, type, response } = credential
  const parts = ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'] as const
  const said = response as unknown as Record<string, ArrayBuffer | null | undefined>
  const texts = [...parts, 'attestationObject'].flatMap((part) => {
    const bytes = said[part]
    return bytes ? [[part, textOf(bytes)]] : []
  })
  const transports = (response as AuthenticatorAttestationResponse).getTransports?.()
  const spoken = { ...Object.fromEntries(texts), ...(transports && { transports }) }
  return { id, rawId: id, type, clientExtensionResults: {}, response: spoken }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
