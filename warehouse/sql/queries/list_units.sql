-- One row is one part of the dated archive $source_name that was read to its end; reads source_units.
SELECT unit
FROM source_units
WHERE source_name = $source_name
