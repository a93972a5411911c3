-- "What the source itself calls it": rare categories are found without a look at every incident. By their beginnings,
-- since a long text would be too large for an index.
CREATE INDEX incidents_category_idx ON incidents (left(source_category, 200)) WHERE source_category IS NOT NULL;
