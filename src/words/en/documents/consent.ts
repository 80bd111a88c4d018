// Papers online alone: the notice of 15 USC 7001(c)(1), the form below it, the sample paper. A
// material change of the notice gets another name in identity/profile/choose-paperless.ts.
export const consent = {
  title: 'Papers online or by mail',
  lead: 'Until you agree to get them here alone, your papers come by mail too. Please read this first.',
  notice: {
    heading: 'Before you agree',
    parts: (lender: { readonly name: string; readonly phone: string }) => [
      {
        title: 'What comes here instead of by mail',
        text: `Statements, letters and notices of ${lender.name} about every account of this sign-in, under Documents and Messages. A message tells you when a statement is there.`,
      },
      {
        title: 'You have a right to paper',
        text: 'You need not agree. Papers by mail cost nothing, and nothing else about your account depends on it.',
      },
      {
        title: 'A single paper',
        text: `Whatever is here you can print. We also mail you one of them, without a fee, if you call ${lender.phone}.`,
      },
      {
        title: 'Changing your mind',
        text: 'Choose “By mail” on this page at any time. From the next statement on they come by mail. There is no fee, and what was here stays here.',
      },
      {
        title: 'When your address changes',
        text: 'Keep your e-mail and mailing address right under Your profile.',
      },
      {
        title: 'What you need',
        text: 'A browser of the last two years with access to the internet, a program that opens PDF files, an e-mail address, and a printer or room to keep what you want to keep. If this changes so that you may not be able to open papers, we ask you anew.',
      },
    ],
  },
  show: {
    heading: 'Show that you can open them',
    text: 'Open the sample paper. It holds a code of six letters and digits: type it below.',
    link: 'Open the sample paper (PDF)',
  },
  choice: 'How would you like your papers?',
  online: 'Here alone',
  onlineNote: 'With the code of the sample paper, and your consent.',
  mail: 'By mail',
  mailNote: 'They are here as well.',
  missing: 'Choose one of the two.',
  code: 'Code of the sample paper',
  codeWrong: 'This is not the code. Open the sample paper and type its six letters and digits.',
  agree:
    'I have read this, I could open the sample paper, and I agree to get papers here instead of by mail.',
  agreeMissing: 'Tick the box if you agree, or choose “By mail”.',
  submit: 'Save',
  back: 'Change nothing',
  states: {
    online: 'Here alone',
    mail: 'By mail, and here',
    never: 'By mail, and here, until you choose',
    outdated:
      'By mail, and here: you wanted them here alone, but the notice or your accounts changed since. Please read it and agree anew.',
  },
  since: (day: string) => `Chosen ${day}.`,
  change: 'Read and choose',
  saved: {
    online: 'Saved. Papers come here alone from now on.',
    mail: 'Saved. Papers come by mail.',
  },
  sample: {
    title: (lender: string) => `Sample paper of ${lender}`,
    kind: 'Sample',
    foot: (legalName: string) => `${legalName}. A sample: it says nothing about your account.`,
    heading: 'You can open our papers',
    text: 'Statements and letters come as files like this one. You can enlarge it, print it, keep it, and have it read aloud.',
    what: 'What',
    as: 'As',
    rows: [
      ['Kind of file', 'A PDF file'],
      ['For screen readers', 'Tagged (PDF/UA)'],
    ] as readonly (readonly [string, string])[],
    type: 'Type this code on the page',
    why: 'It shows that this paper could be opened.',
    square: 'Square code with the same six letters and digits',
  },
}
