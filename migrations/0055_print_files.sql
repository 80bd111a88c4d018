-- Papers that go by mail, in files for a print house. The numbers have no gaps, so that a file that
-- is missing shows.
create table print_file (
  id uuid primary key,
  number integer not null unique check (number > 0),
  name text not null unique,
  letters integer not null check (letters > 0),
  made_at timestamptz not null,
  -- SHA-256 of its bytes, which lie with the files. Null until they do.
  digest bytea check (octet_length(digest) = 32),
  delivered_at timestamptz,
  check (delivered_at is null or digest is not null)
);
comment on table print_file is 'local';
create index print_file_open on print_file (number) where delivered_at is null;

-- One letter: a paper to one person. Written with the paper.
create table paper_mailing (
  account_id uuid not null references account,
  document_id uuid not null,
  obligor_id uuid not null,
  queued_at timestamptz not null,
  file_id uuid,
  -- Its place in the file.
  line integer check (line > 0),
  primary key (account_id, document_id, obligor_id),
  check ((file_id is null) = (line is null)),
  foreign key (account_id, document_id) references document (account_id, id),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table paper_mailing is 'distributed';
create index paper_mailing_open on paper_mailing (queued_at) where file_id is null;
create index paper_mailing_file on paper_mailing (file_id, line);

grant select, insert on print_file, paper_mailing to keyturn_app;
grant update (digest, delivered_at) on print_file to keyturn_app;
grant update (file_id, line) on paper_mailing to keyturn_app;
