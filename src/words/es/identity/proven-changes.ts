import type { provenChanges as english } from '../../en/identity/proven-changes.ts'

export const provenChanges: typeof english = {
  lostFactor: {
    link: 'No puedo usar nada de esto',
    title: 'Entrar sin su teléfono ni su llave de acceso',
    proofTitle: 'Entrar sin su teléfono ni su llave de acceso',
    proofLead:
      'Después va un código al teléfono o correo de su expediente, y quitamos de su acceso lo que perdió. Tarda unos tres minutos.',
    contactTitle: 'Confirme que es usted',
    contactLead:
      'Encontramos su cuenta. Un código al teléfono o correo de su expediente demuestra que nadie más usa sus papeles.',
    contactNone: (contact) =>
      `Su expediente no tiene teléfono ni correo. Llame al ${contact.phone}: ${contact.hours}. Tenga a mano su contrato y su licencia de conducir. La llamada dura unos diez minutos: comprobamos quién es y anotamos un teléfono o correo en su expediente. Después empiece aquí otra vez.`,
    refused: (contact) =>
      `Compare cada uno con su contrato: tiene que ser una cuenta del acceso cuya contraseña escribió. Para recibir ayuda llame al ${contact.phone}: ${contact.hours}.`,
    already: '¿Apareció lo que buscaba?',
    noneTitle: 'Para esto hay que llamar',
    none: 'Su acceso no tiene aplicación, llave de acceso ni códigos de reserva que pudieran perderse: sus códigos van al teléfono o correo de su expediente.',
    noneCall: (contact) =>
      `Si ya no usa ninguno de los dos, llame al ${contact.phone}: ${contact.hours}. Tenga a mano su contrato y su licencia de conducir. La llamada dura unos diez minutos: comprobamos quién es y anotamos su teléfono o correo nuevo en su expediente.`,
    noneBack: 'Volver al código',
    chooseTitle: '¿Qué es lo que ya no tiene?',
    chooseLead: (until) =>
      `Gracias, ya sabemos que es usted. Marque lo que perdió. Lo que no marque sigue sirviendo. Termine antes de las ${until}; si no, nada cambia.`,
    legend: 'Quitar de mi acceso',
    app: (name) => `Aplicación de autenticación «${name}»`,
    passkey: (name) => `Llave de acceso «${name}»`,
    backup: (left) => `Códigos de reserva: quedan ${left} en la lista`,
    chooseMissing: 'Marque al menos una cosa que ya no tenga.',
    submit: 'Quitar lo que marqué',
    afterwardsHeading: 'Qué pasa después',
    afterwards: [
      'Se cierran todas las sesiones y avisamos a cada uno de sus teléfonos y correos.',
      'Usted entra enseguida: con su contraseña y un código por mensaje de texto o correo. Después añada una llave de acceso o una aplicación nueva.',
      'Durante 24 horas nadie puede añadir una cuenta bancaria ni cambiar cómo le localizamos. Pagar y todo lo demás funciona.',
    ],
    passwordToo:
      '¿Olvidó también la contraseña? Esa es otra recuperación: primero elija una contraseña nueva, después entre con ella y vuelva aquí. Cada una tarda unos tres minutos, y de cada una le avisamos.',
    addNew:
      'Lo que perdió ya no está en su acceso. Añada ahora algo nuevo, para no depender solo de un código:',
    addPasskey: 'añadir una llave de acceso',
    addApp: 'añadir una aplicación de autenticación',
    addOr: 'o',
  },
  newFactor: {
    title: 'Demuestre que es su cuenta',
    lead: 'Un correo no basta para confirmar un cambio en su manera de entrar: podría hacerlo quien lea su correo.',
    afterwardsHeading: 'Qué pasa después',
    afterwards: [
      'Usted añade una aplicación de autenticación o una llave de acceso en los 15 minutos siguientes.',
      'Avisamos a cada uno de sus teléfonos y correos.',
      'Durante 24 horas nadie puede añadir una cuenta bancaria ni cambiar cómo le localizamos. Pagar y todo lo demás funciona.',
    ],
    refused: (contact) =>
      `Compare cada uno con su contrato: tiene que ser una cuenta que usted ve aquí. Para recibir ayuda llame al ${contact.phone}: ${contact.hours}.`,
    back: 'Volver a seguridad',
    already: '¿Ahora no?',
    chooseTitle: 'Añada una manera de entrar',
    chooseLead: (until) =>
      `Gracias: es su cuenta. Hasta las ${until} puede añadir una de estas. Desde entonces ella confirma los cambios y no le pedimos ningún papel.`,
    passkey: 'Añadir una llave de acceso',
    passkeyText: 'Su dedo, su cara o el PIN de su dispositivo. Lo más seguro.',
    app: 'Añadir una aplicación de autenticación',
    appText: 'Un código nuevo cada 30 segundos, en su teléfono.',
    only: 'Un correo no basta para confirmar esto. Añada primero una aplicación de autenticación o una llave de acceso: con ella vuelve aquí y sigue.',
    own: 'Usted tiene una aplicación de autenticación, una llave de acceso o códigos de reserva: con algo de eso se confirman los cambios, y los papeles no lo sustituyen.',
    ownLost:
      'Si ya no tiene nada de eso: cierre la sesión, escriba su contraseña y en la página siguiente elija «No puedo usar nada de esto». Con un código al teléfono o correo de su expediente quita lo que perdió y después añade algo nuevo.',
    held: (until) =>
      `Durante 24 horas, hasta ${until}, nadie puede añadir una cuenta bancaria ni cambiar cómo le localizamos. Escribimos a todos sus contactos.`,
  },
  newAccount: {
    link: 'Añadir otra cuenta',
    linkText: 'Otro préstamo o leasing suyo, con el mismo acceso.',
    title: 'Añadir otra cuenta',
    proofTitle: 'Añadir otra cuenta',
    proofLead:
      'Tómelos del contrato de su otro préstamo o leasing. Después va un código al teléfono o correo de su expediente, y usted lo ve junto al primero. Tarda unos tres minutos.',
    contactTitle: 'Confirme que es usted',
    contactLead:
      'Encontramos la cuenta. Un código al teléfono o correo de su expediente demuestra que nadie más usa sus papeles.',
    contactNone: (contact) =>
      `El expediente de esa cuenta no tiene teléfono ni correo. Llame al ${contact.phone}: ${contact.hours}. Tenga a mano el contrato y su licencia de conducir. La llamada dura unos diez minutos: comprobamos quién es y anotamos un teléfono o correo en el expediente. Después empiece aquí otra vez.`,
    refused: (contact) =>
      `Compare cada uno con el contrato. Una cuenta que ya tiene acceso no se puede añadir a otro. Para recibir ayuda llame al ${contact.phone}: ${contact.hours}.`,
    already: '¿Cambió de idea?',
    back: 'Volver a sus cuentas',
    added: 'Cuenta añadida. Escribimos a los contactos de los dos expedientes.',
  },
}
