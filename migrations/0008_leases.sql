-- What is left of a lease's cost, the rent that was received, and tax collected for the state.
insert into ledger_account (code, grows_by) values
  ('leaseBalance', 'debit'), ('rentIncome', 'credit'), ('taxPayable', 'credit');
