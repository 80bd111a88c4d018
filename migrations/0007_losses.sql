-- What was given up as lost, and what came in of it afterwards.
insert into ledger_account (code, grows_by) values ('chargeOff', 'debit'), ('recovery', 'credit');
