-- Papers that staff attach to an account, such as its signed contract. None is ever deleted in
-- silence: one is replaced by a newer one, or removed by two people.
create table attached_paper (
  account_id uuid not null references account,
  id uuid not null,
  kind text not null check (kind in
    ('contract', 'amendment', 'titlePaper', 'insurance', 'letter', 'otherPaper')),
  -- No number of a card or an account belongs in it.
  title text not null check (char_length(title) between 1 and 120),
  -- The day that the paper bears.
  on_date date not null,
  locale text not null check (locale in ('en', 'es')),
  -- Who alone sees it; null: everybody who owes.
  obligor_id uuid,
  -- SHA-256 of its bytes, which lie outside of the database, and how many they are.
  digest bytea not null check (octet_length(digest) = 32),
  size integer not null check (size > 0),
  pages integer not null check (pages > 0),
  -- The paper in whose place it stands.
  replaces uuid,
  attached_by uuid not null,
  -- The business date, and the moment.
  attached_on date not null,
  attached_at timestamptz not null,
  -- The form it came with: sent twice, it is one paper.
  form_key uuid not null,
  removed_at timestamptz,
  -- While it stands on the account: the same bytes do so once, and one paper in another's place.
  standing_digest bytea generated always as (case when removed_at is null then digest end) stored,
  standing_place uuid generated always as (case when removed_at is null then replaces end) stored,
  primary key (account_id, id),
  unique (account_id, form_key),
  unique (account_id, standing_digest),
  unique (account_id, standing_place),
  check (replaces <> id),
  foreign key (account_id, obligor_id) references obligor (account_id, id),
  foreign key (account_id, replaces) references attached_paper (account_id, id)
);
comment on table attached_paper is 'distributed';
grant select, insert on attached_paper to keyturn_app;
grant update (removed_at) on attached_paper to keyturn_app;

-- What one of us asks for about a paper, and another decides.
create table paper_request (
  id uuid primary key,
  kind text not null check (kind in ('removal')),
  account_id uuid not null,
  paper_id uuid not null,
  state text not null check (state in ('asked', 'done', 'refused', 'withdrawn')),
  -- Of one paper one request is open. Null once it is decided.
  claim text unique,
  reason text not null check (char_length(reason) between 1 and 500),
  asked_by uuid not null references staff,
  asked_at timestamptz not null,
  form_key uuid not null unique,
  decided_by uuid references staff,
  decided_at timestamptz,
  check ((state = 'asked') = (claim is not null)),
  check ((state = 'asked') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  -- Nobody decides what they asked for, but to take it back.
  check (state not in ('done', 'refused') or asked_by <> decided_by),
  check (state <> 'withdrawn' or asked_by = decided_by)
);
comment on table paper_request is 'local';
create index paper_request_open on paper_request (asked_at) where state = 'asked';
create index paper_request_paper on paper_request (account_id, paper_id);

grant select, insert on paper_request to keyturn_app;
grant update (state, claim, decided_by, decided_at) on paper_request to keyturn_app;
