-- A letter whose reader has no mailing address any more goes in no file: it is set aside, and
-- somebody at the desk looks after it.
alter table paper_mailing add column dropped_why text
  check (dropped_why in ('paperRemoved', 'noAddress'));
update paper_mailing set dropped_why = 'paperRemoved' where dropped_at is not null;
alter table paper_mailing add check ((dropped_at is null) = (dropped_why is null));
grant update (dropped_why) on paper_mailing to keyturn_app;

-- Set aside between the binding of a file and its bytes, it leaves the file; the last one leaves it
-- empty, for the numbers have no gaps.
alter table print_file drop constraint print_file_letters_check;
alter table print_file add constraint print_file_letters_check check (letters >= 0);
grant update (letters) on print_file to keyturn_app;
