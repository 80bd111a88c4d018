import type { safety as english } from '../../en/help/safety.ts'

export const safety: typeof english = {
  fraud: ({ fraudPhone, host, mailFrom }) => ({
    title: 'Alguien intenta entrar, o un mensaje es falso',
    answer: `Llame al ${fraudPhone}, a cualquier hora. Nunca pedimos una contraseña ni un código por teléfono, mensaje o correo, y nuestros mensajes nunca llevan un enlace.`,
    why: [
      `Entre solo en ${host}. Escríbalo usted o use su propio marcador.`,
      'Quien le pida un código o una contraseña no somos nosotros, muestre el teléfono el número que muestre. Cuelgue y llame al número de su contrato.',
      'Un código que usted no pidió significa que alguien sabe su contraseña o los números de su contrato. El código lo deja fuera mientras usted no se lo dé a nadie.',
      mailFrom === null
        ? 'El nombre del remitente es fácil de falsear y no demuestra nada. Lo que cuenta es que no haya ningún enlace ni nadie pida un código.'
        : `Nuestro correo viene de ${mailFrom}. Un remitente es fácil de falsear y no demuestra nada por sí solo. Lo que cuenta es que no haya ningún enlace ni nadie pida un código.`,
    ],
    steps: [
      'No pulse ningún enlace, no abra ningún adjunto y no dé ningún código a nadie.',
      'Entre en nuestra propia dirección y mire en «Acceso y seguridad» qué pasó y desde dónde.',
      'Si algo no fue usted, pulse «No fui yo» a su lado. Se cierran todas las sesiones, y su contraseña no abre nada hasta que elija una nueva.',
      `Llame al ${fraudPhone} y cuéntenos lo que vio.`,
    ],
    time: 'El teléfono para avisar de un fraude atiende a cualquier hora.',
  }),
  'gave-a-code': ({ fraudPhone, holdHours }) => ({
    title: 'Di mi código o mi contraseña a alguien',
    answer: `Llame ya al ${fraudPhone}, a cualquier hora. Después elija una contraseña nueva: cierra la sesión de quien esté dentro.`,
    why: [
      'Con su contraseña y un código, una persona puede ver su cuenta y pagar con una cuenta bancaria que esté en ella. Para añadir una cuenta bancaria, cambiar un teléfono o correo o cambiar su modo de entrar preguntamos otra vez, y no vale un código por correo.',
      `Una contraseña nueva cierra enseguida todas las sesiones, y no se confía ya en ningún navegador. Durante ${holdHours} horas nadie puede añadir una cuenta bancaria ni cambiar o quitar un teléfono o correo, sea quien sea.`,
    ],
    steps: [
      `Llame al ${fraudPhone}.`,
      'En la página de entrada elija «¿Olvidó su nombre de usuario o su contraseña?» y una contraseña nueva que no use en ningún otro sitio. Si está dentro, «No fui yo» en «Acceso y seguridad» deja antes fuera a todo el mundo.',
      'Entre y abra «Acceso y seguridad». Quite las llaves de acceso y aplicaciones que no sean suyas, y haga códigos de reserva nuevos.',
      'Mire sus pagos. Uno que está programado y aún no se envió se puede cancelar allí.',
      'Si era también la contraseña de su correo, cambie antes esa: allí llegan los códigos.',
    ],
    time: 'Unos minutos; mejor ahora que después.',
  }),
  'change-password': ({ freshMinutes, passwordMinimum }) => ({
    title: '¿Cómo cambio mi contraseña?',
    answer:
      'En «Acceso y seguridad», si sabe la vieja. Si no, elija «¿Olvidó su nombre de usuario o su contraseña?» en la página de entrada.',
    why: [
      'No hay ninguna fecha en que tenga que cambiarla. Hágalo cuando alguien pueda saberla o cuando la use también en otro sitio.',
      'Después se cierran todas las demás sesiones y avisamos a todos sus teléfonos y correos.',
      'No aceptamos una contraseña de las listas que se prueban primero para adivinar, ni una que sea sobre todo su nombre de usuario, nuestro nombre o un número de su cuenta.',
    ],
    steps: [
      'Entre y abra «Acceso y seguridad» en el menú bajo su nombre.',
      'Junto a «Contraseña» elija «Cambiarla».',
      `Confirme que es usted, si no lo hizo en los últimos ${freshMinutes} minutos. No vale un código por correo; si no tiene otra cosa, use el otro camino.`,
      `Escriba la contraseña vieja y una nueva de ${passwordMinimum} caracteres o más.`,
    ],
    time: 'Unos dos minutos.',
  }),
  'shared-computer': ({ session }) => ({
    title: 'Uso una computadora compartida o pública',
    answer:
      'Cierre la sesión cuando termine, y no deje que la página ni el navegador recuerden nada.',
    why: [
      `Donde usted lo dice, no se recuerda nada, no se puede confiar en el navegador y ${session.sharedMinutes} minutos sin hacer nada cierran la sesión. Si no lo dice, son ${session.idleMinutes} minutos.`,
      'Cerrar el navegador casi siempre cierra también la sesión.',
      'El navegador no guarda las páginas que hay tras la entrada. Lo que descargó o imprimió se queda.',
      'Una cookie nos dice después que usted ya usó ese navegador. No abre nada.',
    ],
    steps: [
      'En la página de entrada marque «Este equipo es compartido o público» y deje sin marcar «Recordar mi nombre de usuario en este dispositivo».',
      'Use una ventana privada si puede, y diga al navegador que no guarde la contraseña.',
      'No añada una llave de acceso en esa computadora.',
      'Elija «Cerrar sesión» en el menú bajo su nombre y cierre la ventana.',
      '¿Se fue con prisa? Desde cualquier otro dispositivo abra «Acceso y seguridad» y ciérrela allí.',
    ],
    time: 'No lleva tiempo.',
  }),
}
