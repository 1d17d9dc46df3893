-- The names of a list of parties, parted by semicolons; NULL for an empty list.
CREATE OR REPLACE MACRO party_names(parties) AS
    nullif(array_to_string(list_transform(parties, lambda party: party.name), '; '), '')
