import type { stronger as english } from '../../en/identity/stronger.ts'

export const stronger: typeof english = {
  title: 'Haga más segura su próxima entrada',
  lead: 'Usted entró con un código enviado. Los mensajes de texto se pueden robar junto con el número de teléfono, y quien lea su correo puede usar un código que llegue allí. Hay dos maneras que no se le pueden quitar así.',
  passkey: 'Una llave de acceso',
  passkeyText: 'Su huella, su cara o el PIN de este dispositivo. Sin contraseña y sin código.',
  passkeyAdd: 'Añadir una llave de acceso',
  app: 'Una aplicación de autenticación',
  appText: 'Una aplicación en su teléfono hace los códigos. Funciona sin señal.',
  appAdd: 'Añadir una aplicación',
  minutes: 'Cualquiera de las dos lleva unos dos minutos.',
  notNow: 'Ahora no, seguir',
  later: 'Las encontrará después en «Acceso y seguridad». No volveremos a preguntar.',
}
