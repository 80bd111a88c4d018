import type { help as english } from '../../en/help/help.ts'
import { codes } from './codes.ts'
import { firstTime } from './first-time.ts'
import { gettingIn } from './getting-in.ts'
import { safety } from './safety.ts'
import { using } from './using.ts'

export const help: typeof english = {
  title: 'Ayuda',
  lead: 'Elija qué pasó. Cada respuesta dice qué hacer ahora, cuánto tarda y a quién llamar.',
  groups: {
    gettingIn: 'No puedo entrar',
    codes: 'Los códigos y el segundo paso',
    firstTime: 'El registro',
    safety: 'Fraude y seguridad',
    using: 'Costos, teléfonos y cómo hablar con nosotros',
  },
  why: 'Qué hay detrás',
  steps: 'Qué hacer ahora',
  time: 'Cuánto tarda',
  person: 'Una persona que ayuda',
  call: 'Llame al',
  fraud: 'Por un fraude, a cualquier hora:',
  never: 'Nunca le pedimos la contraseña ni un código.',
  related: 'También se pregunta',
  all: 'Toda la ayuda',
  accessibility: 'Con qué puede contar con lector de pantalla o teclado',
  check: '¿Es nuestra una carta? Compruebe su código',
  go: {
    signIn: 'Ir a la entrada',
    recover: 'Recuperar mi acceso',
    register: 'Registrar su cuenta',
  },
  links: {
    'locked-out': 'Qué significa una pausa y qué funciona entretanto',
    'wrong-password': 'Por qué puede no aceptarse',
    'forgotten-password': 'Cómo va esto y qué pasa después',
    'code-does-not-arrive': '¿No llega el código?',
    'new-number': '¿Ya no es su teléfono o su correo?',
    'lost-phone': 'Qué hacer si perdió el teléfono o tiene otro',
    'first-registration': 'Dónde están estos datos y qué viene después',
    'numbers-do-not-match': 'Por qué pueden no coincidir',
  },
  topics: { ...gettingIn, ...codes, ...firstTime, ...safety, ...using },
}
