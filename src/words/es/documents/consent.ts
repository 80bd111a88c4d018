import type { consent as english } from '../../en/documents/consent.ts'

export const consent: typeof english = {
  title: 'Papeles en línea o por correo',
  lead: 'Mientras usted no acepte recibirlos solo aquí, sus papeles llegan también por correo. Lea esto primero.',
  notice: {
    heading: 'Antes de aceptar',
    parts: (lender) => [
      {
        title: 'Qué llega aquí en vez de por correo',
        text: `Estados de cuenta, cartas y avisos de ${lender.name} sobre todas las cuentas de este usuario, en Documentos y Mensajes. Un mensaje le avisa cuando hay un estado de cuenta.`,
      },
      {
        title: 'Usted tiene derecho al papel',
        text: 'No tiene que aceptar. Los papeles por correo no cuestan nada, y nada más de su cuenta depende de ello.',
      },
      {
        title: 'Un solo papel',
        text: `Puede imprimir todo lo que hay aquí. También le enviamos uno por correo, sin costo, si llama al ${lender.phone}.`,
      },
      {
        title: 'Si cambia de opinión',
        text: 'Elija «Por correo» en esta página cuando quiera. Desde el siguiente estado de cuenta llegan por correo. No tiene costo, y lo que estaba aquí se queda aquí.',
      },
      {
        title: 'Cuando cambie su dirección',
        text: 'Mantenga al día su correo electrónico y su dirección postal en Su perfil.',
      },
      {
        title: 'Qué necesita',
        text: 'Un navegador de los últimos dos años con acceso a internet, un programa que abra archivos PDF, un correo electrónico, y una impresora o espacio para guardar lo que quiera. Si esto cambia de modo que quizá no pueda abrir los papeles, se lo preguntamos de nuevo.',
      },
    ],
  },
  show: {
    heading: 'Muestre que puede abrirlos',
    text: 'Abra el papel de muestra. Tiene un código de seis letras y cifras: escríbalo abajo.',
    link: 'Abrir el papel de muestra (PDF)',
  },
  choice: '¿Cómo quiere recibir sus papeles?',
  online: 'Solo aquí',
  onlineNote: 'Con el código del papel de muestra y su consentimiento.',
  mail: 'Por correo',
  mailNote: 'También están aquí.',
  missing: 'Elija una de las dos.',
  code: 'Código del papel de muestra',
  codeWrong: 'Ese no es el código. Abra el papel de muestra y escriba sus seis letras y cifras.',
  agree:
    'He leído esto, pude abrir el papel de muestra y acepto recibir los papeles aquí en vez de por correo.',
  agreeMissing: 'Marque la casilla si acepta, o elija «Por correo».',
  submit: 'Guardar',
  back: 'No cambiar nada',
  states: {
    online: 'Solo aquí',
    mail: 'Por correo, y aquí',
    never: 'Por correo, y aquí, hasta que usted elija',
    outdated:
      'Por correo, y aquí: usted los quería solo aquí, pero desde entonces cambió el aviso o cambiaron sus cuentas. Léalo y acepte de nuevo.',
  },
  since: (day) => `Elegido el ${day}.`,
  change: 'Leer y elegir',
  saved: {
    online: 'Guardado. Desde ahora los papeles llegan solo aquí.',
    mail: 'Guardado. Los papeles llegan por correo.',
  },
  sample: {
    title: (lender) => `Papel de muestra de ${lender}`,
    kind: 'Muestra',
    foot: (legalName) => `${legalName}. Es una muestra: no dice nada de su cuenta.`,
    heading: 'Usted puede abrir nuestros papeles',
    text: 'Los estados de cuenta y las cartas llegan como archivos como este. Puede ampliarlo, imprimirlo, guardarlo y hacer que se lo lean en voz alta.',
    what: 'Qué',
    as: 'Cómo',
    rows: [
      ['Clase de archivo', 'Un archivo PDF'],
      ['Para lectores de pantalla', 'Etiquetado (PDF/UA)'],
    ],
    type: 'Escriba este código en la página',
    why: 'Muestra que este papel se pudo abrir.',
    square: 'Código cuadrado con las mismas seis letras y cifras',
  },
}
