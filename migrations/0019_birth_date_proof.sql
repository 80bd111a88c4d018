-- A lender may ask for the birth date instead of the vehicle's number: a hash of its own, beside the
-- one over that number. Null: boarded before this release and not hashed yet.
alter table obligor add column birth_date_proof bytea check (octet_length(birth_date_proof) = 32);
create index obligor_unproved on obligor (account_id) where birth_date_proof is null;
