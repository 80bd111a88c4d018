import type { autopayForm as english } from '../../en/autopay/autopay-form.ts'

export const autopayForm: typeof english = {
  titleSet: 'Activar el pago automático',
  titleChange: 'Cambiar el pago automático',
  steps: ['Elegir', 'Revisar'],
  stepsLabel: 'Pasos',
  amount: {
    heading: '¿Cuánto cada vez?',
    installment: 'El pago de su contrato',
    installmentNote: 'Menos si una parte ya está pagada',
    plusExtra: 'Eso y algo más al capital',
    extra: 'Extra cada vez',
    fixed: 'Un importe fijo',
    fixedNote: 'Nunca menos que el pago; lo que lo supere va al capital',
    fixedField: 'Importe cada vez',
  },
  day: {
    heading: '¿Qué día?',
    dueDate: 'En la fecha de vencimiento',
    daysBefore: 'Algunos días antes',
    daysField: 'Días antes del vencimiento',
    dayOfMonth: 'Un día del mes',
    dayField: 'Día del mes, de 1 a 31',
    dayHint: (days) =>
      `Como máximo ${days} días antes del vencimiento. En un mes más corto, su último día.`,
    twiceAMonth: 'Repartido en dos días de cobro al mes',
    first: 'Primer día de cobro, día del mes',
    second: 'Segundo día de cobro, día del mes',
    everyTwoWeeks: 'Repartido en días de cobro cada dos semanas',
    payday: 'Uno de sus días de cobro',
    splitNote: 'El pago queda completo antes de vencer',
  },
  when: {
    heading: '¿Desde cuándo y hasta cuándo?',
    begins: 'Comienza el',
    ends: 'Termina el',
    endsHint: 'Déjelo vacío para seguir hasta el último pago.',
  },
  charges: 'Tomar también los cargos por atraso y otros que yo deba',
  chargesHint: 'Sin esto, el pago automático nunca los toma.',
  from: {
    heading: '¿De dónde se toma?',
    none: 'Todavía no tiene aquí de dónde tomarlo.',
    add: 'Añadir una cuenta bancaria',
  },
  preview: {
    heading: 'Los primeros tres débitos',
    empty: 'Elija y vea aquí qué se tomaría y cuándo.',
    update: 'Actualizar',
    review: 'Revisar el pago automático',
    notYet: 'Todavía no se ha activado nada.',
  },
  errors: {
    amount: 'Elija cuánto se toma cada vez.',
    extra: 'Escriba cuánto más se toma, por ejemplo 50.',
    fixed: 'Escriba el importe que se toma, por ejemplo 550.',
    day: 'Elija un día.',
    days: 'Escriba un número de días, por ejemplo 3.',
    dayOfMonth: 'Escriba un día del mes de 1 a 31.',
    twice: 'Escriba dos días distintos del mes, primero el menor.',
    payday: 'Escriba la fecha de uno de sus días de cobro.',
    begins: 'Escriba una fecha como 12/05/2026.',
    from: 'Elija de dónde se toma.',
  },
  review: {
    title: 'Revise el pago automático',
    heading: 'Su plan',
    permission: 'Su permiso',
    agree: 'Doy este permiso.',
    agreeMissing: 'Marque la casilla para dar su permiso. No se activó nada.',
    set: 'Activar el pago automático',
    changed: 'Cambiar el pago automático',
    back: 'Volver a cambiarlo',
    twice: 'Si lo pulsa dos veces, se activa una sola vez.',
  },
  authorization: (facts) =>
    (facts.byCard
      ? `Autorizo a ${facts.lender} a cobrar a mi tarjeta ${facts.account}, una y otra vez, para mi cuenta que termina en ${facts.ending}. `
      : `Autorizo a ${facts.lender} a debitar de mi ${facts.account} en ${facts.bank}, una y otra vez, para mi cuenta que termina en ${facts.ending}. `) +
    `Importe: ${facts.amount}, menos si una parte ya está pagada, y el último pago por su importe exacto. ` +
    `Día: ${facts.day}, desde el ${facts.begins} ${facts.ends === null ? 'hasta que no quede nada por pagar' : `hasta el ${facts.ends}`}. ` +
    (facts.charges === 'taken'
      ? 'Los cargos por atraso y otros que yo deba se toman con un pago. '
      : 'Los cargos por atraso y otros no se toman. ') +
    'Cada débito se anuncia antes de tomarlo, 10 días antes si es más que de costumbre. ' +
    (facts.byCard
      ? 'Puedo detener un débito hasta la hora de cierre de su día'
      : 'Puedo detener un débito hasta la hora de cierre del día en que su archivo sale hacia el banco') +
    ', y retirar este permiso ' +
    `cuando quiera, en la página del pago automático o llamando al ${facts.phone}.`,
}
