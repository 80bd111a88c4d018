import type { firstTime as english } from '../../en/help/first-time.ts'

export const firstTime: typeof english = {
  'first-registration': ({ proof, code, passwordMinimum }) => ({
    title: 'Vengo por primera vez',
    answer: `Regístrese con ${proof.needs}. Después enviamos un código al teléfono o correo de su expediente, y usted elige cómo va a entrar.`,
    why: [
      'El número de cuenta está en su contrato y en todas nuestras cartas.',
      proof.asksBirthDate
        ? 'La fecha de nacimiento y el número de identidad son los suyos, no los de la otra persona que firmó.'
        : 'El VIN, las 17 letras y dígitos del vehículo, está en su contrato, en su tarjeta del seguro y tras el parabrisas del lado del conductor. El número de identidad es el suyo, no el de la otra persona que firmó.',
      'El código demuestra que nadie más usa sus papeles. Va solo a un teléfono o correo que usted nos dio antes.',
    ],
    steps: [
      'En la página de entrada elija «Registre su cuenta».',
      `Escriba ${proof.needs}. Los espacios y guiones no importan.`,
      `Pida un código y escriba sus ${code.digits} dígitos.`,
      `Elija un nombre de usuario y una contraseña de ${passwordMinimum} caracteres o más.`,
      'Si su expediente no tiene teléfono ni correo, llámenos: cuando lo tenga, se registra usted aquí.',
    ],
    time: `Unos tres minutos. Tras el primer paso tiene ${proof.minutes} minutos.`,
  }),
  'numbers-do-not-match': ({ proof, signIn }) => ({
    title: 'La página dice que mis datos no coinciden',
    answer:
      'Uno de los tres es distinto en nuestro expediente, o usted ya se registró. La página no dice cuál, para que nadie averigüe sus números probando.',
    why: [
      'Las causas más comunes: los dígitos de la otra persona que firmó; el número de cuenta de un contrato anterior; una letra o un dígito mal leído.',
      proof.asksBirthDate
        ? 'También puede faltar su fecha de nacimiento en nuestro expediente. Entonces no puede registrarse hasta que se añada.'
        : 'Un VIN tiene 17 letras y dígitos y nunca I, O ni Q: lo que se les parece es 1 o 0.',
      `Tras ${proof.tries} intentos que no coinciden, el registro de esta cuenta hace una pausa: primero de ${signIn.firstWait}, después más larga, nunca de más de ${signIn.longestWait}.`,
    ],
    steps: [
      'Compare los tres con su contrato, carácter por carácter.',
      'Si quizá ya se registró, elija «¿Olvidó su nombre de usuario o su contraseña?»: le muestra su nombre de usuario.',
      'Si los tres son correctos, llámenos. Miramos qué dice su expediente.',
    ],
    time: 'Enseguida, o una llamada en nuestro horario.',
  }),
  'co-borrower': () => ({
    title: 'Firmamos el contrato entre dos',
    answer:
      'Cada persona se registra, con su propio número de identidad, nombre de usuario y contraseña.',
    why: [
      'Las dos ven la cuenta, lo que se debe y lo que se pagó. Ninguna ve el teléfono, el correo, las cuentas bancarias ni las entradas de la otra.',
      'Un pago que programó una se muestra a la otra como del codeudor, y solo puede cancelarlo quien lo programó.',
    ],
    steps: [
      'Regístrese con el mismo número de cuenta y su propio número de identidad.',
      'El código va a su propio teléfono o correo del expediente. Si solo está el de la otra persona, llámenos.',
      'No compartan una contraseña: nadie podría decir después quién hizo qué.',
    ],
    time: 'Unos tres minutos cada persona.',
  }),
  'second-account': () => ({
    title: 'Tengo un segundo préstamo o arrendamiento',
    answer: 'Añádalo al acceso que ya tiene. Entonces ve los dos y no necesita otra contraseña.',
    why: [
      'Pedimos los números del otro contrato y enviamos un código al teléfono o correo de su expediente: los dos pueden haberse firmado con años de diferencia.',
      'Una cuenta que ya tiene un acceso propio no se puede añadir a otro.',
    ],
    steps: [
      'Entre y elija «Añadir otra cuenta» en el menú bajo su nombre.',
      'Escriba los números del otro contrato y después el código.',
    ],
    time: 'Unos tres minutos.',
  }),
  'already-registered': ({ fraudPhone }) => ({
    title: 'Parece que mi cuenta ya está registrada',
    answer:
      'Cada persona puede registrar una cuenta una sola vez. Recupere su acceso: ve el nombre de usuario y elige una contraseña nueva. Si no fue usted, llámenos antes.',
    why: [
      'Cuando alguien se registra como usted, cada teléfono y cada correo de su expediente recibe un aviso. Nadie puede registrarse sin un código a uno de ellos.',
      'Un segundo registro se contesta como unos datos que no coinciden, para que un extraño no averigüe nada. A usted le avisamos.',
    ],
    steps: [
      'Busque en su correo y sus mensajes un aviso de que su cuenta está registrada.',
      'Elija «¿Olvidó su nombre de usuario o su contraseña?» en la página de entrada. Una contraseña nueva cierra todas las sesiones, sean de quien sean.',
      'Después abra «Acceso y seguridad» y mire qué pasó y desde dónde. Quite las llaves de acceso y aplicaciones que no sean suyas.',
      `Si algo de eso no fue usted, pulse «No fui yo» a su lado y llame al ${fraudPhone}, a cualquier hora.`,
    ],
    time: 'Unos tres minutos.',
  }),
}
