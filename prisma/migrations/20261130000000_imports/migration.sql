-- Imports: what they are made of, how far they are, and what they brought.

-- AlterTable
ALTER TABLE "incidents" ADD COLUMN "extra" JSONB,
ADD COLUMN "import_row" INTEGER;

-- DropForeignKey
ALTER TABLE "import_batches" DROP CONSTRAINT "import_batches_dataset_id_fkey";

-- AlterTable
ALTER TABLE "import_batches" ADD COLUMN "asked_by" JSONB,
ADD COLUMN "author_id" UUID,
ADD COLUMN "author_name" TEXT NOT NULL DEFAULT 'import',
ADD COLUMN "committed_at" TIMESTAMPTZ(3),
ADD COLUMN "fault" JSONB,
ADD COLUMN "files" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "job" TEXT,
ADD COLUMN "plan" JSONB,
ADD COLUMN "progress" JSONB,
ADD COLUMN "report" JSONB,
ADD COLUMN "sketch" JSONB,
ADD COLUMN "stop_asked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "undone_at" TIMESTAMPTZ(3),
ALTER COLUMN "dataset_id" DROP NOT NULL,
ALTER COLUMN "rows_read" SET DEFAULT 0,
ALTER COLUMN "rows_kept" SET DEFAULT 0;

-- CreateTable
CREATE TABLE "import_parts" (
    "batch_id" UUID NOT NULL,
    "file" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_parts_pkey" PRIMARY KEY ("batch_id","file","part")
);

-- CreateTable
CREATE TABLE "import_mappings" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "mapping" JSONB NOT NULL,
    "author_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "incidents_import_batch_id_idx" ON "incidents"("import_batch_id");

-- CreateIndex
CREATE INDEX "import_batches_created_at_id_idx" ON "import_batches"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "import_mappings_name_key" ON "import_mappings"("name");

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the model promises and Prisma cannot express.

ALTER TABLE import_batches DROP CONSTRAINT import_batches_status_known;
ALTER TABLE import_batches
  ADD CONSTRAINT import_batches_status_known
    CHECK (status IN ('uploaded', 'ready', 'checked', 'committed', 'undone', 'failed')),
  ADD CONSTRAINT import_batches_job_known CHECK (job IN ('sketch', 'check', 'write', 'undo')),
  -- What is written was written into a data set.
  ADD CONSTRAINT import_batches_committed_whole
    CHECK (status NOT IN ('committed', 'undone') OR dataset_id IS NOT NULL);

ALTER TABLE import_parts
  ADD CONSTRAINT import_parts_numbered CHECK (file >= 0 AND part >= 0),
  ADD CONSTRAINT import_parts_some CHECK (octet_length(bytes) BETWEEN 1 AND 1048576);

ALTER TABLE import_mappings ADD CONSTRAINT import_mappings_version_positive CHECK (version > 0);

ALTER TABLE incidents
  ADD CONSTRAINT incidents_import_row_positive CHECK (import_row > 0),
  ADD CONSTRAINT incidents_extra_object CHECK (jsonb_typeof(extra) = 'object');
