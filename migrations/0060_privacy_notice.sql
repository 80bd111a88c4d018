-- Papers of the lender that are the same for everybody: the privacy notice. Anybody may read them,
-- so that nothing of them is sealed. The bytes lie with the files.
create table lender_paper (
  id uuid primary key,
  kind text not null check (kind in ('privacyNotice')),
  -- Drawn from what it says.
  subject uuid not null,
  locale text not null check (locale in ('en', 'es')),
  on_date date not null,
  -- What it says, canonical JSON, over which the signature is.
  facts text not null,
  signature bytea not null check (octet_length(signature) = 64),
  signed_with text not null check (length(signed_with) > 0),
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  digest bytea not null check (octet_length(digest) = 32),
  size integer not null check (size > 0),
  created_at timestamptz not null,
  -- Printed once.
  unique (kind, subject, locale)
);
comment on table lender_paper is 'local';
grant select, insert on lender_paper to keyturn_app;

-- An account that was given it has a paper of its own with the same bytes.
alter table document drop constraint document_kind_check;
alter table document add constraint document_kind_check
  check (kind in ('payoffLetter', 'statement', 'receipt', 'paidInFull', 'yearInterest',
    'vehicleInterest', 'amortization', 'coupons', 'autopayCopy', 'privacyNotice'));

-- The subject of the notice that the account was given last.
alter table account add column privacy_notice uuid;
grant update (privacy_notice) on account to keyturn_app;
