-- A boarding file may name papers of its contracts: nobody of the staff attached those.
alter table attached_paper alter column attached_by drop not null;
