-- Consent to papers online (15 USC 7001(c)): an entry of the history of who gave it.
-- How it was shown that the person can open a paper. Null: a wish alone, or paper.
alter table obligor_change add column proof text check (proof in ('sampleCode'));
alter table obligor_change add constraint obligor_change_proof
  check (proof is null or (kind = 'paperlessChosen' and became = 'online'));
