/** The looks of the demo processor's page: another site, so nothing of the portal's. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c1b22; --soft: #5c5a66; --line: #cfcdd8; --page: #f4f3f7;
  --sheet: #fff; --do: #4a3aa7; --on: #fff; --bad: #a3162b; --mark: #ffd84d; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0eff5; --soft: #b4b1c0; --line: #4a4856;
  --page: #17161c; --sheet: #222129; --do: #b3a6ff; --on: #17161c; --bad: #ff9aa8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
header, main { max-width: 34rem; margin: 0 auto; padding: 1rem; }
header { display: flex; gap: .75rem; align-items: center; flex-wrap: wrap; }
.mark { background: var(--mark); color: #1c1b22; padding: .1rem .6rem; border-radius: .25rem;
  font-weight: 600; }
main { background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem;
  padding: 1.5rem; }
h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 1rem 0 .5rem; }
ul { list-style: none; padding: 0; margin: 0 0 1rem; }
li { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--line);
  padding: .5rem 0; }
.lead, small { color: var(--soft); }
small { display: block; font-size: .875rem; }
fieldset { border: 0; padding: 0; margin: 0 0 1rem; }
legend { font-weight: 600; padding: 0; margin-bottom: .5rem; }
.card { display: flex; gap: .75rem; align-items: flex-start; border: 1px solid var(--line);
  border-radius: .375rem; padding: .75rem; margin-bottom: .5rem; cursor: pointer; }
.card input { margin-top: .35rem; }
button { width: 100%; min-height: 3rem; border: 0; border-radius: .375rem; background: var(--do);
  color: var(--on); font: inherit; font-weight: 600; cursor: pointer; margin-bottom: .5rem; }
button.second { background: none; color: var(--ink); border: 1px solid var(--line); }
a { color: var(--do); }
.bad { color: var(--bad); font-weight: 600; }
:focus-visible { outline: 3px solid var(--do); outline-offset: 2px; }
`
