-- An offer to put off payments is a paper like any other; its subject is the form that asked for it.
alter table document drop constraint document_kind_check;
alter table document add constraint document_kind_check
  check (kind in ('payoffLetter', 'statement', 'receipt', 'paidInFull', 'yearInterest',
    'vehicleInterest', 'amortization', 'coupons', 'autopayCopy', 'privacyNotice',
    'defermentAgreement'));
