// El formulario federal de privacidad en español: el apéndice permite traducirlo (B.3(e)).
import type { privacyNotice as english } from '../../en/documents/privacy-notice.ts'

export const privacyNotice: typeof english = {
  detail: (day) => `Revisado el ${day}`,
  checked: 'Revisado el',
  superseded: 'Auténtico, pero reemplazado',
  checkedText: 'Este aviso es nuestro, y es el vigente.',
  supersededText: 'Este aviso es nuestro. Hay uno más nuevo en vigor: vea la página de privacidad.',
  lead: 'Qué compartimos de su información personal, por qué y con quién, como lo pide el formulario federal.',
  menu: 'Qué compartimos de su información personal y con quién.',
  open: { en: 'Abrirlo en inglés (PDF)', es: 'Abrirlo en español (PDF)' },
  codes: 'Lleva un código. Quien lo tenga puede comprobarlo sin iniciar sesión:',
  fileTitle: (lender, day) => `Aviso de privacidad de ${lender}, revisado el ${day}`,
  revised: (month) => `Revisión: ${month}`,
  facts: 'DATOS',
  title: (lender) => `¿QUÉ HACE ${lender.toUpperCase()} CON SU INFORMACIÓN PERSONAL?`,
  why: '¿Por qué?',
  whyText:
    'Las compañías financieras deciden cómo comparten su información personal. La ley federal da a los consumidores el derecho de limitar una parte de ese uso compartido, pero no todo. La ley federal también nos exige decirle cómo recopilamos, compartimos y protegemos su información personal. Lea este aviso con atención para entender qué hacemos.',
  what: '¿Qué?',
  whatText:
    'Los tipos de información personal que recopilamos y compartimos dependen del producto o servicio que usted tiene con nosotros. Esta información puede incluir:',
  socialSecurity: (second) => `Número de Seguro Social y ${second}`,
  pair: (first, second) => `${first} y ${second}`,
  former:
    'Cuando usted deja de ser nuestro cliente, seguimos compartiendo su información como se describe en este aviso.',
  how: '¿Cómo?',
  howText: (lender) =>
    `Todas las compañías financieras necesitan compartir información personal de sus clientes para sus actividades comerciales diarias. En la sección siguiente enumeramos las razones por las que las compañías financieras pueden compartir la información personal de sus clientes; las razones por las que ${lender} decide compartirla; y si usted puede limitarlo.`,
  heads: {
    reason: 'Razones por las que podemos compartir su información personal',
    shares: (lender) => `¿La comparte ${lender}?`,
    limit: '¿Puede usted limitarlo?',
  },
  reasons: {
    everydayBusiness:
      'Para nuestras actividades comerciales diarias: por ejemplo, para procesar sus transacciones, mantener su cuenta o sus cuentas, responder a órdenes judiciales e investigaciones legales, o informar a las agencias de crédito',
    marketing: 'Para nuestra publicidad: para ofrecerle nuestros productos y servicios',
    jointMarketing: 'Para publicidad conjunta con otras compañías financieras',
    affiliatesTransactions:
      'Para las actividades comerciales diarias de nuestras afiliadas: información sobre sus transacciones y experiencias',
    affiliatesCreditworthiness:
      'Para las actividades comerciales diarias de nuestras afiliadas: información sobre su solvencia',
    affiliatesMarketing: 'Para que nuestras afiliadas le hagan publicidad',
    nonaffiliatesMarketing: 'Para que compañías no afiliadas le hagan publicidad',
  },
  yes: 'Sí',
  no: 'No',
  notShared: 'No la compartimos',
  limit: 'Para limitar que compartamos su información',
  limitCall: (phone) => `Llame al ${phone}: nuestro menú le guiará para elegir`,
  limitVisit: (website) => `Visítenos en línea: ${website}`,
  or: 'o',
  pleaseNote: 'Tenga en cuenta:',
  noteNew: (days) =>
    `Si usted es un cliente nuevo, podemos empezar a compartir su información ${days} días después de la fecha en que le enviamos este aviso. Cuando usted deja de ser nuestro cliente, seguimos compartiendo su información como se describe en este aviso.`,
  noteAnyTime:
    'Sin embargo, puede comunicarse con nosotros en cualquier momento para limitar que la compartamos.',
  questions: '¿Preguntas?',
  questionsText: (phone, website) => `Llame al ${phone} o vaya a ${website}`,
  whatWeDo: 'Qué hacemos',
  protect: (lender) => `¿Cómo protege ${lender} mi información personal?`,
  protectText:
    'Para proteger su información personal del acceso y el uso no autorizados, usamos medidas de seguridad que cumplen con la ley federal. Estas medidas incluyen protecciones informáticas y archivos y edificios seguros.',
  collect: (lender) => `¿Cómo recopila ${lender} mi información personal?`,
  collectText: 'Recopilamos su información personal, por ejemplo, cuando usted',
  orPair: (first, second) => `${first} o ${second}`,
  fromOthers: {
    bureausOrAffiliates:
      'También recopilamos su información personal de otros, como agencias de crédito, afiliadas u otras compañías.',
    otherCompanies: 'También recopilamos su información personal de otras compañías.',
  },
  whyNotAll: '¿Por qué no puedo limitar todo lo que se comparte?',
  whyNotAllText: 'La ley federal le da el derecho de limitar solamente',
  rights: [
    'que se comparta información sobre su solvencia para las actividades comerciales diarias de las afiliadas',
    'que las afiliadas usen su información para hacerle publicidad',
    'que se comparta con compañías no afiliadas para que le hagan publicidad',
  ],
  moreRights:
    'Las leyes estatales y cada compañía pueden darle otros derechos de limitar lo que se comparte.',
  seeBelow: 'Vea más abajo otros derechos que le da la ley de su estado.',
  joint: '¿Qué pasa cuando limito lo que se comparte de una cuenta que tengo con otra persona?',
  jointChoices: {
    everyone: 'Lo que usted elija se aplica a todas las personas de su cuenta.',
    unlessToldOtherwise:
      'Lo que usted elija se aplica a todas las personas de su cuenta, a menos que nos diga otra cosa.',
  },
  definitions: 'Definiciones',
  affiliates: 'Afiliadas',
  affiliatesText:
    'Compañías relacionadas por propiedad o control comunes. Pueden ser compañías financieras y no financieras.',
  affiliatesAre: {
    none: (lender) => `${lender} no tiene afiliadas`,
    notShared: (lender) => `${lender} no comparte con sus afiliadas`,
  },
  affiliatesNamed: (list) => `Nuestras afiliadas incluyen ${list}`,
  nonaffiliates: 'No afiliadas',
  nonaffiliatesText:
    'Compañías que no están relacionadas por propiedad o control comunes. Pueden ser compañías financieras y no financieras.',
  nonaffiliatesNone: (lender) =>
    `${lender} no comparte con compañías no afiliadas para que le hagan publicidad`,
  nonaffiliatesNamed: (list) =>
    `Las compañías no afiliadas con las que compartimos pueden incluir ${list}`,
  jointMarketing: 'Publicidad conjunta',
  jointMarketingText:
    'Un acuerdo formal entre compañías financieras no afiliadas que juntas le ofrecen productos o servicios financieros.',
  jointMarketingNone: (lender) => `${lender} no hace publicidad conjunta`,
  jointMarketingNamed: (list) => `Nuestros socios de publicidad conjunta incluyen ${list}`,
  other: 'Otra información importante',
  copy: 'Sobre esta copia',
  copyText:
    'Esta página no es parte del aviso. Dice cómo cualquier persona puede ver que es nuestro y si es el vigente.',
  collects: {
    income: 'ingresos',
    'account balances': 'saldos de cuentas',
    'payment history': 'historial de pagos',
    'transaction history': 'historial de transacciones',
    'transaction or loss history': 'historial de transacciones o pérdidas',
    'credit history': 'historial de crédito',
    'credit scores': 'puntajes de crédito',
    assets: 'bienes',
    'overdraft history': 'historial de sobregiros',
    'purchase history': 'historial de compras',
    'account transactions': 'transacciones de la cuenta',
    'credit card or other debt': 'deudas de tarjetas de crédito o de otro tipo',
    'checking account information': 'información de la cuenta corriente',
    'employment information': 'información de empleo',
    'wire transfer instructions': 'instrucciones de transferencias bancarias',
  },
  collectedWhen: {
    'open an account': 'abre una cuenta',
    'pay your bills': 'paga sus facturas',
    'apply for a loan': 'solicita un préstamo',
    'use your credit or debit card': 'usa su tarjeta de crédito o débito',
    'pay us by check': 'nos paga con cheque',
    'give us your income information': 'nos da información de sus ingresos',
    'provide employment information': 'nos da información de su empleo',
    'give us your employment history': 'nos da su historial de empleo',
    'apply for financing': 'solicita financiamiento',
    'apply for a lease': 'solicita un arrendamiento',
    'provide account information': 'nos da información de su cuenta',
    'give us your contact information': 'nos da sus datos de contacto',
    'give us your wage statements': 'nos da sus comprobantes de salario',
    'make a wire transfer': 'hace una transferencia bancaria',
    'show your government-issued ID': 'muestra su identificación oficial',
    'show your driver’s license': 'muestra su licencia de conducir',
  },
}
