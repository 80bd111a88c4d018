import type { AutopayRefusals } from '../../en/autopay/autopay-refusals.ts'
import { formatMoney } from '../../format.ts'

export const autopayRefusals: AutopayRefusals = {
  autopayNotSet: () => 'Esta cuenta no tiene pago automático. Actívelo primero.',
  autopayOfCoBorrower: () =>
    'El codeudor activó el pago automático y solo él lo cambia o lo detiene. Pídaselo o llámenos.',
  autopayAlreadySet: () =>
    'El pago automático ya está activado. Cámbielo en su página. Nada se activó dos veces.',
  autopayHeld: () =>
    'Algo que sabemos de esta cuenta detiene el pago automático. Llámenos, o haga usted un pago.',
  autopayNothingToTake: () =>
    'Con estos días el pago automático no tomaría nada. Elija otro día, inicio o fin.',
  autopayBelowInstallment: ({ installment }) =>
    `Escriba ${formatMoney(installment, 'es')} o más: con menos quedaría sin pagar una parte de cada cuota.`,
  autopayOnlyInstallment: () =>
    'El pago automático de un arrendamiento toma el pago del contrato. Para adelantar, haga un pago.',
  autopayExtraMissing: () => 'Escriba cuánto más que la cuota debe tomarse, por ejemplo 50.',
  autopayFixedNotSplit: () =>
    'Un importe fijo se toma una vez por cuota. Elija un solo día, o el importe de la cuota.',
  autopayEndsBeforeItBegins: () => 'Elija una fecha final que no sea anterior a la inicial.',
  autopayDayNotPossible: ({ earliest }) =>
    `Elija un día que esté como máximo ${earliest} días antes del vencimiento.`,
}
