// How staff get in, and what is theirs alone.
export const deskEntry = {
  entry: {
    signIn: {
      title: 'Sign in to the staff desk',
      lead: 'For people who work here. There is no password: your passkey is the key.',
    },
    confirm: {
      title: 'Confirm that it is you',
      lead: 'What you want to do asks for it again, whenever it is more than five minutes ago.',
    },
    passkey: 'Use your passkey',
    idle: 'No passkey was used. Try again when you are ready.',
    or: 'or with your work account',
    sso: 'Sign in with your work account',
    needsScript:
      'Passkeys need JavaScript and a browser that knows them. Turn scripts on for this address, or use another browser.',
    ended: 'Your session has ended. Show who you are again, and you go on where you were.',
    stale: 'This page was open for too long. Nothing happened; go on from here.',
    enroll: {
      title: (name: string) => `Welcome, ${name}`,
      lead: (role: string) =>
        `Make a passkey on this device: your finger, your face or the PIN of your device is then how you get in. Your role: ${role}.`,
      make: 'Make my passkey',
      spentTitle: 'This link does not work any more',
      toSignIn: 'Go to sign-in',
    },
  },
  own: {
    place: 'You',
    menu: (name: string) => `Menu of ${name}`,
    title: 'Your sign-in',
    lead: 'Your passkeys, and where you are signed in.',
    signOut: 'Sign out',
    passkeys: 'Your passkeys',
    onlySso: 'You sign in with your work account.',
    add: 'Add a passkey',
    passkeyName: 'Name of this passkey',
    passkeyNameHint: 'So that you know it again: “Work laptop”, “Security key”.',
    notMade: 'No passkey was made. Try again when you are ready.',
    knownHere: 'This device has a passkey of yours already.',
    sessions: 'Where you are signed in',
    over: 'Nothing of the desk is shown here any longer, so that nobody else can read it. What was not sent yet was not kept.',
    done: { added: 'Passkey added.', removed: 'Passkey removed.', ended: 'Signed out there.' },
  },
  refusedHeading: 'That did not work',
  paused: (wait: string) => `Too many attempts from here. Go on in ${wait}. Nothing is locked.`,
  refusals: {
    passkeyRefused:
      'We do not know this passkey, or your device did not say that it was you. Try again, or use another passkey of yours.',
    passkeyTooLate:
      'There are five minutes to answer, and each answer counts once. Try again from here.',
    passkeyCopied:
      'There seem to be two copies of this passkey, so it was switched off and every session of its owner ended. Ask an administrator for a new link.',
    passkeyNotAdded:
      'This passkey could not be added: it is known already, or your device did not say that it was you. Try again.',
    lastPasskey: 'This is your only way in. Add another passkey first.',
    linkSpent:
      'A link works once, and for one day. This one was used, is too old, or was replaced by a newer one. Ask an administrator for another.',
    ssoRefused:
      'Your work account did not answer to this sign-in. Start again from here. Nothing was opened.',
    ssoTooWeak:
      'Your work account did not say that a strong enough second factor was used, recently enough. Sign in there again with one.',
    ssoUnknownPerson:
      'Your work account is known there, but nobody at this desk has its address. Ask an administrator to add you.',
    ssoSilent:
      'Your work account’s sign-in cannot be reached right now. Use your passkey, or try later.',
    emailTaken: 'Somebody at this desk has this address already.',
    notYours: 'Somebody else has to approve this, or did so already.',
  },
}
