-- Papers of an account: what was printed, when, and what it says. The bytes lie outside of the
-- database under their digest and stay as they are, whatever becomes of the template.
create table document (
  account_id uuid not null references account,
  id uuid not null,
  kind text not null check (kind in ('payoffLetter')),
  -- What it is a paper of: the quote of a letter.
  subject uuid not null,
  locale text not null check (locale in ('en', 'es')),
  -- Whose it is alone; null: every obligor's.
  obligor_id uuid,
  -- The business date on which it was made.
  on_date date not null,
  -- What it says, canonical JSON, sealed: it names people. The signature is over the same text.
  sealed bytea not null,
  signature bytea not null check (octet_length(signature) = 64),
  signed_with text not null check (length(signed_with) > 0),
  -- Of the code that is printed on it, by which anybody can ask whether it is genuine.
  code_hash bytea not null check (octet_length(code_hash) = 32),
  -- SHA-256 of its bytes, and how many they are.
  digest bytea not null check (octet_length(digest) = 32),
  size integer not null check (size > 0),
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, code_hash),
  -- Printed once: asked for again, it is the same paper.
  unique nulls not distinct (account_id, kind, subject, locale, obligor_id),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table document is 'distributed';

grant select, insert, update (sealed) on document to keyturn_app;
