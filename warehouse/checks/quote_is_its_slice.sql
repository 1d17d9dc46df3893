-- fail: a quote is exactly its slice of the stored text, counted in code points; a load reads only its run's rows.
SELECT mentions.mention_id, mentions.quote
FROM mentions
INNER JOIN articles USING (version_id)
WHERE ($run_id IS NULL OR mentions.run_id = $run_id)
    AND substring(articles.text, mentions.quote_start + 1, mentions.quote_end - mentions.quote_start) <> mentions.quote
