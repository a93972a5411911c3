-- Sources and reported figures can be edited: their versions rise by one with each change, as those of records do.

-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "reported_figures" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE sources ADD CONSTRAINT sources_version_positive CHECK (version > 0);
ALTER TABLE reported_figures ADD CONSTRAINT reported_figures_version_positive CHECK (version > 0);

-- What is kept in memory of figures has to notice when one changes.
CREATE TRIGGER reported_figures_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON reported_figures
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
