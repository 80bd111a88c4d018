-- Papers that an account can have at any time. Their subject is drawn from what they say: the same
-- figures are the same paper, and other figures are another one.
alter table document drop constraint document_kind_check;
alter table document add constraint document_kind_check
  check (kind in ('payoffLetter', 'statement', 'receipt', 'paidInFull', 'yearInterest',
    'vehicleInterest', 'amortization', 'coupons', 'autopayCopy'));
