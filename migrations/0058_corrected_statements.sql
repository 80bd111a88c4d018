-- A corrected statement comes in the place of one that was printed. Both stay: of an account and a
-- day there is one of each number, 0 as first printed, and the one with the highest number holds.
alter table document add column correction integer not null default 0 check (correction >= 0);
alter table document add constraint document_correction_kind
  check (correction = 0 or kind = 'statement');
alter table document drop constraint document_account_id_statement_day_key;
alter table document add constraint document_statement_once
  unique (account_id, statement_day, correction);

-- The number before it, which has to be there: no number is left out, none is replaced twice.
alter table document add column corrects integer
  generated always as (case when correction > 0 then correction - 1 end) stored;
alter table document add constraint document_corrects
  foreign key (account_id, statement_day, corrects)
  references document (account_id, statement_day, correction);
