-- A file that the bank refuses: nothing of it moved, so nothing of it counts, and a person decides
-- whether it goes again.

alter table payment
  drop constraint payment_state_check,
  -- held: the bank refused its file, and whether it goes again is not decided.
  add constraint payment_state_check
    check (state in ('scheduled', 'canceled', 'sent', 'held', 'notSent', 'returned'));
drop index payment_not_taken;
create index payment_not_taken on payment (changed_at)
  where state in ('held', 'notSent', 'returned');

alter table ach_file
  -- When everything in it was taken back.
  add column taken_back_at timestamptz,
  -- What becomes of it: by whom, or by nobody when the time to decide was over; and when that was
  -- carried out for each entry.
  add column decision text check (decision in ('sendAgain', 'doNotSend')),
  add column decided_at timestamptz,
  add column decided_by uuid,
  add column carried_out_at timestamptz,
  add constraint ach_file_refusal check (
    (state = 'refused' or (taken_back_at is null and decision is null))
    and (decision is null) = (decided_at is null)
    and (decided_by is null or decision is not null)
    and (carried_out_at is null or decision is not null));

alter table ach_entry
  drop constraint ach_entry_state_check,
  drop constraint ach_entry_check,
  drop constraint ach_entry_account_id_payment_id_purpose_attempt_key,
  -- refused: the bank refused its file. It stays in that file, and another one goes in its place.
  add constraint ach_entry_state_check
    check (state in ('waiting', 'inFile', 'withdrawn', 'returned', 'refused')),
  add constraint ach_entry_in_file
    check ((state in ('inFile', 'returned', 'refused')) = (file_id is not null)),
  -- What was decided about a refused one, and the entry that goes in its place where no payment
  -- says so.
  add column refused_then text check (refused_then in ('sentAgain', 'notSent')),
  add column sent_again_as uuid,
  add constraint ach_entry_refusal check (
    (refused_then is null or state = 'refused')
    and (sent_again_as is null or refused_then = 'sentAgain')),
  -- Each try of a payment goes to the bank once. What the bank refused did not go.
  add column try_of uuid generated always as
    (case when state <> 'refused' then payment_id end) stored,
  add constraint ach_entry_try unique (account_id, try_of, purpose, attempt);
create index ach_entry_of_payment on ach_entry (account_id, payment_id)
  where payment_id is not null;
create index ach_entry_refused on ach_entry (file_id, account_id)
  where state = 'refused' and refused_then is null;
