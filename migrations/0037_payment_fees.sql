-- Fees for paying: on top of what is paid, income of their own.
insert into ledger_account (code, grows_by) values ('paymentFeeIncome', 'credit');

alter table payment
  -- The fee is added to the amount: what leaves the bank account is both, what counts on the
  -- account is the amount. (0030 meant it as a part of the amount; it was always 0.)
  drop constraint payment_check,
  add constraint payment_fee_check check (fee between 0 and 10000);
