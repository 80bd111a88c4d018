// Warns before a session ends, asks the server before it believes that it did, and then leaves
// nothing of an account on the page. Asking makes no session last longer; going on does.

type End = {
  who: string | null
  left: number
  latest: boolean
  line: string
  title: string
  warning: string
}

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-left]')
if (dialog) watch(dialog)

function watch(dialog: HTMLDialogElement): void {
  const { who, warn } = dialog.dataset
  const [stay, close] = dialog.querySelectorAll('form')
  if (!stay || !close) return
  let timer = 0
  let isTold = false
  let isOver = false
  let seconds = 0
  let since = [0, 0]

  const count = (left: number) => {
    seconds = left
    since = moments()
  }
  // One of the two stands still while a device sleeps, the other is set by hand: the longer counts.
  const left = () => seconds - Math.max(...moments().map((now, at) => now - (since[at] ?? 0))) / 1e3

  const ask = async (init?: RequestInit) => {
    const headers = { accept: 'application/json' }
    const { lang } = document.documentElement
    const reply = await fetch(`/session?lang=${lang}`, { ...init, headers }).catch(() => null)
    const end: End | null = reply?.ok ? await reply.json().catch(() => null) : null
    if (end?.who === who) learn(end as End)
    // Without an answer for long nobody knows, and the screen may stand alone.
    else if (end || left() < -60) leave()
  }

  const learn = (end: End) => {
    count(end.left)
    stay.hidden = end.latest
    close.hidden = !end.latest
    say('#session-end-title', end.title)
    say('#session-end-words', end.warning)
    say('.k-until', end.line)
  }

  const leave = () => {
    const page = document.querySelector<HTMLTemplateElement>('template[data-title]')
    const main = document.querySelector('main')
    if (!page || !main || isOver) return
    isOver = true
    document.title = page.dataset.title ?? ''
    main.className = ''
    main.replaceChildren(page.content)
    document.body.replaceChildren(main)
    main.focus()
  }

  const check = async (mustAsk = false) => {
    if (isOver) return
    if (mustAsk || left() <= Number(warn)) await ask()
    if (isOver) return
    const rest = left() - Number(warn)
    if (rest > 0) {
      isTold = false
      dialog.close()
    } else if (!isTold) {
      isTold = true
      dialog.showModal()
    }
    clearTimeout(timer)
    const wait = rest > 0 ? Math.min(rest, 30) : Math.min(Math.max(left(), 2), 10)
    timer = window.setTimeout(check, wait * 1e3)
  }

  const goOn = async () => {
    if (stay.hidden) return
    isTold = false
    const fields = [...stay.querySelectorAll('input')].map(({ name, value }) => [name, value])
    await ask({ method: 'POST', body: new URLSearchParams(fields) })
    await check()
  }

  stay.addEventListener('submit', (event) => {
    event.preventDefault()
    goOn()
  })
  dialog.addEventListener('cancel', goOn)
  document.addEventListener('visibilitychange', () => document.hidden || check(true))
  window.addEventListener('pageshow', (event) => event.persisted && check(true))
  count(Number(dialog.dataset.left))
  check()
}

function moments(): number[] {
  return [Date.now(), performance.now()]
}

function say(where: string, words: string): void {
  const line = document.querySelector(where)
  if (line) line.textContent = words
}
