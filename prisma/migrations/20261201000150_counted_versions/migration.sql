-- Populations and reference periods stand in answers too (rates, bands behind charts): whoever keeps an answer, a
-- browser among them, has to notice when they change. Saved views never change.

CREATE TRIGGER populations_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON populations
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
CREATE TRIGGER reference_periods_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON reference_periods
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
