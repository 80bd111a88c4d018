import type { paperKeys as english } from '../../en/documents/paper-keys.ts'

export const paperKeys: typeof english = {
  title: 'Claves de nuestros documentos',
  lead: 'Cada documento nuestro va firmado. Con estas claves públicas cualquiera puede comprobar uno, también sin este sitio.',
  list: 'Claves públicas (Ed25519)',
  current: 'Firma ahora',
  earlier: 'Firmó antes, aún comprueba',
  programs: 'Para programas:',
  programsLink: 'las mismas claves en JSON',
  how: 'Cómo comprobar un documento',
  steps: [
    'Pida a su dueño los datos firmados: el enlace junto al documento, en Documentos.',
    'La clave que nombra debe estar en esta página.',
    'Compruebe la firma Ed25519 sobre el texto de los datos, byte por byte.',
    'Compare los datos con el papel: código, fechas e importes. El PDF debe tener el SHA-256 que se nombra.',
  ],
  state: 'Una firma dice que nosotros lo escribimos, no que aún valga. Para eso:',
  facts: 'Datos firmados',
  factsNamed: (name, day) => `Datos firmados: ${name} del ${day}`,
  checkLink: 'Comprobar sin nosotros: las claves de nuestros documentos',
}
