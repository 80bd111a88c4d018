// Shows and hides a typed password, and tells of Caps Lock. Both stay hidden until this runs.

for (const control of document.querySelectorAll<HTMLElement>('[data-island="password"]')) {
  const input = control.querySelector('input')
  const button = control.querySelector('button')
  if (input && button) offerReveal(input, button)
  if (input) watchCapsLock(input)
}

function offerReveal(input: HTMLInputElement, button: HTMLButtonElement): void {
  const words = button.querySelector<HTMLElement>('[data-show]')
  button.hidden = false
  const reveal = (state: 'shown' | 'masked') => {
    input.type = state === 'shown' ? 'text' : 'password'
    button.ariaPressed = String(state === 'shown')
    if (words) words.textContent = words.dataset[state === 'shown' ? 'hide' : 'show'] ?? ''
  }
  button.addEventListener('click', () => reveal(input.type === 'password' ? 'shown' : 'masked'))
  // A password that travels as a text field would be offered to form history.
  input.form?.addEventListener('submit', () => reveal('masked'))
}

function watchCapsLock(input: HTMLInputElement): void {
  const line = document.getElementById(`${input.id}-caps`)
  if (!line) return
  const tell = (event: KeyboardEvent | MouseEvent) => {
    line.hidden = !event.getModifierState('CapsLock')
  }
  input.addEventListener('keydown', tell)
  input.addEventListener('keyup', tell)
  input.addEventListener('mousedown', tell)
  input.addEventListener('blur', () => {
    line.hidden = true
  })
}
