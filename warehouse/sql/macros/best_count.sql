-- One number for a toll: the least stated; where only "up to N" is stated, N; NULL where nothing is stated.
CREATE OR REPLACE MACRO best_count(low, high) AS coalesce(low, high)
