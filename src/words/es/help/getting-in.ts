import type { gettingIn as english } from '../../en/help/getting-in.ts'

export const gettingIn: typeof english = {
  'locked-out': ({ signIn }) => ({
    title: 'La entrada está en pausa o no me deja pasar',
    answer:
      'La pausa termina sola, y la página dice cuándo. Nadie tiene que desbloquear su cuenta, y en ella no se cambió nada.',
    why: [
      `Tras ${signIn.tries} contraseñas equivocadas seguidas, la entrada con ese nombre de usuario hace una pausa: primero de ${signIn.firstWait}, después cada vez más larga, nunca de más de ${signIn.longestWait}. Así se queda fuera quien intente adivinar, y ocurre con cualquier nombre, también con los que no tiene nadie.`,
      'Cuando desde una misma red, por ejemplo la de una oficina, llegan muchas contraseñas equivocadas, esperan todos los que están en ella. Cuando alguien prueba contraseñas en todo nuestro sitio, también esperan un momento los navegadores que no conocemos.',
      `Tras ${signIn.most} contraseñas equivocadas seguidas, su contraseña deja de servir en los navegadores que usted nunca usó aquí. Una llave de acceso, y un navegador con el que ya entró, le siguen dejando pasar.`,
    ],
    steps: [
      'Espere lo que dice la página. Intentarlo entretanto ni ayuda ni alarga la pausa.',
      '¿Hay una computadora o un teléfono con el que ya entró? Use ese navegador: tiene sus propios intentos, que ningún extraño puede gastar.',
      'Si tiene una llave de acceso, entre con ella: no la detiene una pausa por contraseñas equivocadas.',
      'Si ya no sabe la contraseña, elija una nueva. Con eso termina la pausa de su nombre de usuario.',
    ],
    time: `De ${signIn.firstWait} a ${signIn.longestWait}, según diga la página. Elegir una contraseña nueva tarda unos tres minutos.`,
  }),
  'wrong-password': ({ signIn }) => ({
    title: 'No se aceptan mi usuario y mi contraseña',
    answer:
      'Casi siempre está activado el bloqueo de mayúsculas, hay un error al escribir o el navegador puso una contraseña vieja.',
    why: [
      'La contraseña distingue mayúsculas de minúsculas, y los espacios cuentan. El nombre de usuario no las distingue.',
      'La página nunca dice cuál de los dos estaba mal, y contesta lo mismo con un nombre que no tiene nadie. Así nadie averigua probando quién es cliente nuestro.',
      'Si en su cuenta se pulsó «No fui yo», la contraseña vieja ya no sirve. Elija una nueva.',
    ],
    steps: [
      'Compruebe que no esté activado el bloqueo de mayúsculas.',
      'Escriba usted la contraseña, en vez de dejar que la ponga el navegador. Si a su lado hay un botón «Mostrar», púlselo y lea lo que escribió.',
      'Mire el nombre de usuario. Lo eligió usted al registrarse; puede ser su correo electrónico. No es su número de cuenta.',
      `¿Tampoco? Elija «¿Olvidó su nombre de usuario o su contraseña?» en vez de seguir adivinando: tras ${signIn.tries} intentos fallidos tendría que esperar.`,
    ],
    time: 'Enseguida. Con una contraseña nueva, unos tres minutos.',
  }),
  'forgotten-username': ({ proof, code }) => ({
    title: 'Olvidé mi nombre de usuario',
    answer: 'Se lo mostramos tras dos pasos. Por mirarlo no cambia nada.',
    why: [
      'Su nombre de usuario solo se muestra a quien sabe los números de su contrato y tiene el teléfono o el correo de su expediente.',
    ],
    steps: [
      'En la página de entrada elija «¿Olvidó su nombre de usuario o su contraseña?».',
      `Escriba ${proof.needs}.`,
      `Pida un código al teléfono o correo de su expediente y escriba sus ${code.digits} dígitos.`,
      'La página muestra entonces su nombre de usuario. Si recuerda la contraseña, vuelva y entre. Si no, elija allí una nueva.',
    ],
    time: `Unos tres minutos. La página guarda lo que ha mostrado durante ${proof.minutes} minutos.`,
  }),
  'forgotten-password': ({ proof, code, holdHours, passwordMinimum }) => ({
    title: 'Olvidé mi contraseña',
    answer:
      'Usted mismo elige una nueva, a cualquier hora. No podemos leer su contraseña, y aquí nadie puede elegirla por usted.',
    why: [
      'Los números de un contrato los conocen también otros. Por eso enviamos además un código a un teléfono o correo que ya está en su expediente.',
      `Después se cierran todas las sesiones y avisamos a todos sus teléfonos y correos. Durante ${holdHours} horas nadie puede añadir una cuenta bancaria ni cambiar o quitar un teléfono o correo. Sí puede pagar con las cuentas bancarias que ya tiene aquí.`,
    ],
    steps: [
      'En la página de entrada elija «¿Olvidó su nombre de usuario o su contraseña?».',
      `Escriba ${proof.needs}.`,
      `Pida un código al teléfono o correo de su expediente y escriba sus ${code.digits} dígitos.`,
      `Elija una contraseña de ${passwordMinimum} caracteres o más. Vale una frase que solo a usted se le ocurriría.`,
      'Entre con ella y confirme como siempre: una contraseña nueva no abre nada por sí sola.',
    ],
    time: `Unos tres minutos. La página guarda lo que ha mostrado durante ${proof.minutes} minutos.`,
  }),
  browser: ({ host, formMinutes }) => ({
    title: 'La página no funciona en mi navegador',
    answer: 'Hay que permitir las cookies de este sitio. JavaScript no hace falta.',
    why: [
      'Una cookie mantiene su sesión hasta que usted la cierre, se acabe su tiempo o cierre el navegador. Sin ella no podemos saber que un formulario es de usted, y no lo aceptamos.',
      'Todas las páginas funcionan sin JavaScript. Solo lo necesitan las llaves de acceso, el botón «Mostrar», el aviso del bloqueo de mayúsculas y copiar con una pulsación.',
      `Una página que dejó abierta caduca: antes de entrar, a los ${formMinutes} minutos. Entonces el formulario se muestra otra vez o se rechaza, y no se cambia nada.`,
      'Un navegador muy viejo puede mostrar mal estas páginas o no poder enviar nuestros formularios.',
    ],
    steps: [
      'Abra la página de nuevo, en vez de volver a una vieja, y envíe otra vez el formulario.',
      `Permita las cookies de ${host} en los ajustes del navegador.`,
      'Pruebe con una ventana privada: empieza sin cookies viejas ni complementos. Al cerrarla se cierra su sesión.',
      'Actualice el navegador, o use otro o su teléfono.',
      'Si sigue igual, llámenos. Díganos lo que pone la página; si muestra una referencia, léanosla.',
    ],
    time: 'Unos minutos.',
  }),
  'signed-out': ({ session }) => ({
    title: 'Se cerró mi sesión',
    answer: `Tras ${session.idleMinutes} minutos sin hacer nada se cierra la sesión, y a las ${session.hours} horas en todo caso. Entre otra vez y siga.`,
    why: [
      'Así nadie puede seguir en su nombre en una pantalla que usted dejó. También se cierra al cerrar el navegador y cuando se elige una contraseña nueva en cualquier sitio.',
      'Un pago cuenta cuando ha visto su número de confirmación. Si no llegó hasta ahí, no se pagó nada.',
    ],
    steps: [
      'Entre otra vez: vuelve a la página en que estaba.',
      'Si estaba pagando, mire primero sus pagos. Un pago hecho está allí con su número.',
      '«Acceso y seguridad», en el menú bajo su nombre, dice hasta cuándo está abierta la sesión en este navegador y dónde más la tiene abierta.',
      'Si no se lo esperaba, mire allí qué pasó y lea «Alguien intenta entrar, o un mensaje es falso».',
    ],
    time: 'Enseguida.',
  }),
}
