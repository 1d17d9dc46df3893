-- The number that stands for an id where a format wants numbers: its first 15 hexadecimal digits (60 bits).
CREATE OR REPLACE MACRO number_of_id(id) AS ('0x' || left(id, 15))::BIGINT
