// Copies a number to the clipboard. The button stays hidden where there is no clipboard.

if (navigator.clipboard) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => copy(button))
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset.copy ?? '')
  const words = button.textContent
  button.textContent = button.dataset.copied ?? words
  setTimeout(() => {
    button.textContent = words
  }, 4000)
}
