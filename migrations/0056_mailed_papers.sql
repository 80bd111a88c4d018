-- A paper that somebody asked for on a call is mailed once more: a letter like the others, of a
-- paper of ours or of one that was attached. One paper can be asked for again, so that a letter has
-- a name of its own.
alter table paper_mailing add column id uuid not null default gen_random_uuid();
alter table paper_mailing alter column id drop default;
alter table paper_mailing drop constraint paper_mailing_pkey;
alter table paper_mailing add primary key (account_id, id);
alter table paper_mailing alter column document_id drop not null;
alter table paper_mailing
  -- Of a paper from outside.
  add column paper_id uuid,
  -- Who of staff asked for it, for a caller, by which form. Null: it goes by itself.
  add column asked_by uuid,
  add column form_key uuid,
  -- Its paper was taken off the account before the letter was in a file.
  add column dropped_at timestamptz,
  -- By itself a paper goes once to a person, and while one waits for its file no second one does.
  add column goes_by_itself boolean generated always as
    (case when asked_by is null then true end) stored,
  add column waiting_paper uuid generated always as
    (case when file_id is null and dropped_at is null then coalesce(document_id, paper_id) end)
    stored,
  add unique (account_id, document_id, obligor_id, goes_by_itself),
  add unique (account_id, waiting_paper, obligor_id),
  add unique (account_id, form_key),
  add check ((document_id is null) <> (paper_id is null)),
  add check ((asked_by is null) = (form_key is null)),
  add check (asked_by is not null or document_id is not null),
  add check (dropped_at is null or file_id is null),
  add foreign key (account_id, paper_id) references attached_paper (account_id, id);

drop index paper_mailing_open;
create index paper_mailing_open on paper_mailing (queued_at)
  where file_id is null and dropped_at is null;

grant update (dropped_at) on paper_mailing to keyturn_app;
