-- Receipts of payments, and letters that say that a loan is paid in full. Their subject is the event
-- by which the money counts.
alter table document drop constraint document_kind_check;
alter table document add constraint document_kind_check
  check (kind in ('payoffLetter', 'statement', 'receipt', 'paidInFull'));
