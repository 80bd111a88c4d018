import type { shell as english } from '../en/shell.ts'

export const shell: typeof english = {
  skip: 'Saltar al contenido',
  navigation: 'Su cuenta',
  errorPrefix: 'Error:',
  poweredBy: 'Con tecnología de Keyturn',
  signOut: 'Cerrar sesión',
  languages: { en: 'English', es: 'Español' },
  preferences: {
    title: 'Idioma y colores',
    lead: 'Para este navegador y, cuando haya entrado, también para su cuenta.',
    language: 'Idioma',
    theme: 'Colores',
    themes: { system: 'Como este dispositivo', light: 'Claros', dark: 'Oscuros' },
    languageMissing: 'Elija un idioma.',
    themeMissing: 'Elija los colores.',
    apply: 'Guardar',
    saved: 'Guardado.',
  },
  home: 'Ir a la página de inicio',
  toAccounts: 'Ir a su cuenta',
  back: 'Atrás',
  reference: 'Referencia',
  callUs: (lender) => `Llame al ${lender.phone}: ${lender.hours}.`,
  footer: {
    question: '¿Preguntas, o algo le parece raro?',
    label: 'Sobre nosotros',
    help: 'Obtener ayuda',
    accessibility: 'Accesibilidad',
    privacy: 'Privacidad',
    complaints: 'Quejas',
    preferences: 'Colores',
  },
  errorSummary(count) {
    const names = ['', 'Una cosa', 'Dos cosas', 'Tres cosas', 'Cuatro cosas', 'Cinco cosas']
    return `${names[count] ?? `${count} cosas`} por corregir`
  },
  form: {
    incomplete: 'Una parte de este formulario no llegó. Revíselo y envíelo otra vez.',
    unreadable: 'Este campo tiene caracteres que no se pueden usar. Escríbalo otra vez.',
    tooLong: (maximum) => `Use ${maximum} caracteres o menos.`,
  },
  notFound: {
    title: 'Aquí no hay ninguna página',
    text: 'Quizá la dirección esté mal escrita, o la página sea de la cuenta de otra persona.',
  },
  failed: {
    title: 'Algo falló de nuestro lado',
    text: 'No fue por nada que usted escribiera. Vuelva a intentarlo en un minuto. Si estaba pagando, mire antes su actividad: un pago hecho tiene allí un número de confirmación.',
    keep: (reference) =>
      `Si vuelve a ocurrir, díganos esta referencia: ${reference}. Con ella encontramos lo que falló.`,
  },
  refused: { title: 'Esto no se puede hacer' },
  formRefused: {
    title: 'No aceptamos este formulario',
    text: 'No vino de una página nuestra que siga abierta, así que no se cambió nada. También ocurre cuando una página estuvo abierta mucho tiempo o cuando cerró la sesión en otra ventana.',
    next: 'Vuelva atrás, cargue otra vez la página y envíe de nuevo el formulario.',
  },
  tooLarge: {
    title: 'Es demasiado para enviarlo de una vez',
    text: 'Lo enviado es más grande que cualquier formulario nuestro. No se cambió nada.',
  },
  wrongKind: {
    title: 'No podemos leer lo enviado',
    text: 'Nuestros formularios se envían como campos sencillos. No se cambió nada.',
  },
  wrongMethod: {
    title: 'Esta página no se usa así',
    text: 'Ábrala como una página normal o use el formulario que lleva a ella. No se cambió nada.',
  },
  busy: {
    title: 'Demasiada gente a la vez',
    text: (wait) => `No se cambió nada. Vuelva a intentarlo en ${wait}.`,
  },
  accessibility: (lender) => ({
    title: 'Accesibilidad',
    sections: [
      {
        heading: 'Con qué puede contar',
        paragraphs: [
          'Estas páginas siguen las pautas de accesibilidad web (WCAG) 2.2, nivel AA. Funcionan solo con el teclado, con lector de pantalla, con un aumento del 400 por ciento y sin JavaScript.',
          'Nada se dice solo con el color, nada se mueve por sí mismo, y cada gráfico tiene las mismas cifras en una tabla.',
        ],
      },
      {
        heading: 'Si algo le estorba',
        paragraphs: [
          `Avísenos en ${lender.email} o en el ${lender.phone} (${lender.hours}): en qué página y qué no funcionó. Mientras se arregla, hacemos por teléfono lo que usted quería hacer aquí.`,
        ],
      },
    ],
  }),
  privacy: (lender) => ({
    title: 'Privacidad',
    sections: [
      {
        heading: 'Qué guarda este sitio en su navegador',
        paragraphs: [
          'Una cookie que mantiene abierta su sesión; desaparece cuando la cierra o cierra el navegador. Si elige idioma o colores antes de entrar, una cookie por cada elección. Si nos pide recordar su nombre de usuario, una cookie con ese nombre.',
          'No hay cookies de publicidad ni de seguimiento, y nada de estas páginas se carga de otra empresa.',
        ],
      },
      {
        heading: 'Qué anotamos',
        paragraphs: [
          'Cada vez que alguien entra, o lo intenta, anotamos la hora, la dirección de red y el tipo de navegador. Así protegemos su cuenta.',
          'Los números de identidad y de cuentas bancarias se guardan cifrados. Su contraseña se guarda de una forma que no permite volver a leerla.',
        ],
      },
    ],
    noNotice: {
      heading: 'El aviso de privacidad',
      text: `La ley federal (15 USC 6803) le da derecho a un aviso de qué comparte ${lender.name} y con quién. Pida una copia en el ${lender.phone} (${lender.hours}).`,
    },
  }),
  complaints: (lender) => ({
    title: 'Quejas',
    sections: [
      {
        heading: 'Díganoslo primero a nosotros, si puede',
        paragraphs: [
          `Llame al ${lender.phone} (${lender.hours}) o escriba a ${lender.email}. Cuente qué pasó y cómo quedaría arreglado. Con su número de cuenta lo encontramos; por favor, nunca envíe su SSN completo ni una contraseña.`,
        ],
      },
      {
        heading: 'No tiene que decírnoslo primero',
        paragraphs: [
          'La Oficina para la Protección Financiera del Consumidor (CFPB) recibe quejas sobre préstamos y arrendamientos de vehículos en consumerfinance.gov/complaint o en el (855) 411-2372. También el fiscal general de su estado.',
        ],
      },
    ],
  }),
}
