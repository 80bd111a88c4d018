import type { yourData as english } from '../en/your-data.ts'

export const yourData: typeof english = {
  title: 'Sus datos',
  menu: 'Archivos, un calendario y una copia de todo',
  lead: 'Todo lo que sabemos de esta cuenta es suyo: puede llevárselo y comprobarlo.',
  files: {
    title: 'Para sus propios programas',
    lead: 'Cada pago, cargo y corrección de esta cuenta, en un archivo.',
    csv: 'Actividad en CSV',
    csvText: 'Para una hoja de cálculo: una fila por cada pago y cargo.',
    json: 'Actividad en JSON',
    jsonText: 'Para un programa: las mismas filas, con nombres iguales en todos los idiomas.',
    ofx: 'Actividad en OFX',
    ofxText:
      'Para programas de finanzas: un estado de préstamo OFX 2 con el capital y los intereses.',
    noOfx:
      'OFX, el formato de los programas de finanzas, no tiene forma para un arrendamiento. CSV y JSON lo contienen todo.',
  },
  ledger: {
    title: 'Compruebe nuestras cuentas',
    lead: 'Su contrato y cada hecho, con lo que dice nuestro libro mayor, en un archivo.',
    download: 'Descargar el libro mayor',
    how: 'Cualquiera que tenga Keyturn en una computadora puede volver a calcular cada centavo. No necesita conexión con nosotros:',
    command: (file) => `keyturn calc ledger < ${file}`,
    says: 'Muestra cómo se repartió cada pago, lo que usted debe y lo que liquida el préstamo. Después de "differences" aparece cada cifra que no coincide con la nuestra. Una lista vacía, [ ], significa que todas coinciden.',
    explain: 'Con --explain muestra cómo se llegó a cada cifra.',
    follows:
      'Los cargos por mora y los saldos condonados no están en el archivo: la calculadora los deduce de su contrato.',
    reported:
      'Los meses que informó otra empresa se toman como los informó, pues nadie puede volver a calcularlos.',
    lease:
      'La calculadora vuelve a calcular préstamos. En un arrendamiento, cada cifra se explica en su propia página, en Términos.',
    terms: 'Ver los términos',
  },
  calendar: {
    title: 'Los pagos en su calendario',
    lead: 'Los vencimientos, los débitos de pago automático y los pagos programados, en el calendario de su teléfono o computadora. Sigue cada cambio.',
    secret:
      'Su calendario lo lee en una dirección secreta. Quien tenga la dirección ve fechas e importes: ni nombres ni números de cuenta. No la comparta con nadie a quien no se los mostraría.',
    none: 'No se ha creado ninguna dirección.',
    since: (moment) => `Hay una dirección, creada ${moment}. No guardamos copia de ella.`,
    ended: 'En una cuenta cerrada o que procede de un registro público ya no hay nada por venir.',
    make: 'Crear una dirección',
    again: 'Crear otra dirección',
    replaces: 'Una dirección nueva reemplaza a la anterior, que deja de funcionar en el acto.',
    end: 'Anular la dirección',
    isEnded: 'La dirección ya no funciona.',
    sentTwice:
      'Este formulario ya se había enviado. La dirección que creó se mostró entonces; cree otra si no la tiene.',
    madeTitle: 'La dirección de su calendario',
    madeLead: 'Se muestra una sola vez. Cópiela ahora.',
    address: 'Dirección',
    copy: 'Copiar la dirección',
    copied: 'Copiada',
    how: 'Añádala en su calendario como suscripción ("Suscribirse", "Desde URL"), no como archivo: un archivo ya no cambiaría nunca.',
    open: 'Abrir en el calendario de este dispositivo',
    back: 'Volver a sus datos',
    feed: {
      name: (lender) => `${lender}: pagos`,
      entries: {
        due: (amount) => `Vence un pago: ${amount}`,
        debit: (amount) => `Débito de pago automático: ${amount}`,
        payment: (amount) => `Pago que usted programó: ${amount}`,
        other: (amount) => `Pago del codeudor: ${amount}`,
      },
      counts: (day) => `Cuenta como pagado el ${day}`,
    },
  },
  everything: {
    title: 'Una copia de todo',
    lead: 'Todo lo que sabemos de usted, de todas sus cuentas, en un archivo ZIP.',
    link: 'Ver qué contiene',
    inside: 'Qué contiene',
    contents: {
      you: 'Cómo nos comunicamos con usted, su dirección, lo que eligió y cuándo, cómo y desde dónde entró',
      accounts:
        'De cada cuenta, el contrato, el vehículo, los pagos, los permisos de pago automático y los mensajes',
      activity:
        'Cada pago, cargo y corrección, y el libro mayor que cualquiera puede volver a calcular',
      papers: 'Cada documento, tal como era en PDF',
      index: 'Una página que sirve de guía (index.html)',
    },
    without:
      'Se omiten a propósito: su número de Seguro Social y fecha de nacimiento, los números completos de cuentas bancarias y tarjetas, las contraseñas y los códigos. Los teléfonos y correos van ocultos, como en el portal.',
    others: 'No contiene nada del banco, los contactos ni los mensajes de un codeudor.',
    keep: 'Guárdelo donde solo usted pueda leerlo. La descarga queda anotada en su actividad, en Acceso y seguridad.',
    download: 'Descargar todo',
    index: {
      title: (lender) => `Todo lo que ${lender} sabe de usted`,
      lead: (name, moment) => `${name}. Creado ${moment}.`,
      you: 'Usted',
      asOf: 'Al día',
      state: 'Estado',
      states: { open: 'Abierta', closed: 'Cerrada' },
      principal: 'Capital adeudado',
      due: 'Por pagar ahora y a continuación',
      vin: 'Número VIN',
      files: {
        'account.json':
          'vehículo, pagos, permisos, cuentas bancarias con sus cuatro últimos dígitos, mensajes',
        'activity.json': 'cada pago, cargo y corrección',
        'activity.ofx': 'lo mismo para programas de finanzas, como estado de préstamo OFX',
        'contract.json': 'las condiciones firmadas',
        'ledger.json': 'el libro mayor, para la calculadora (keyturn calc ledger)',
      },
      papers: (folder) => `Los documentos, si los hay, están en la carpeta ${folder}.`,
    },
  },
}
