-- CreateTable
CREATE TABLE "datasets" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "ref_prefix" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_zh" TEXT,
    "description" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "licence" TEXT,
    "redistributable" BOOLEAN NOT NULL DEFAULT true,
    "citation" TEXT NOT NULL,
    "coverage_place_id" TEXT,
    "coverage_from" DATE,
    "coverage_to" DATE,
    "coverage_note" TEXT,
    "codebook_version" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "datasets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "dataset_id" UUID NOT NULL,
    "external_id" TEXT,
    "title" TEXT NOT NULL,
    "title_zh" TEXT,
    "summary" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "source_category" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "date_precision" TEXT NOT NULL,
    "day_part" TEXT,
    "place_id" TEXT NOT NULL,
    "place_precision" TEXT NOT NULL,
    "destination_place_id" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "size_min" INTEGER,
    "size_max" INTEGER,
    "size_approx" BOOLEAN NOT NULL DEFAULT false,
    "size_text" TEXT,
    "issues" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "forms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "targets" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "coding_note" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "import_batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responses" (
    "incident_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER,
    "duration_days" INTEGER,
    "size_text" TEXT,

    CONSTRAINT "responses_pkey" PRIMARY KEY ("incident_id","ordinal")
);

-- CreateTable
CREATE TABLE "directives" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "dataset_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_zh" TEXT,
    "summary" TEXT NOT NULL,
    "issuer_office" TEXT NOT NULL,
    "issuer_text" TEXT,
    "issuer_place_id" TEXT,
    "addressees" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "orders" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "issued_from" DATE,
    "issued_to" DATE,
    "issued_precision" TEXT,
    "coding_note" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "directives_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directive_incidents" (
    "incident_id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,

    CONSTRAINT "directive_incidents_pkey" PRIMARY KEY ("incident_id","directive_id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "outlet" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "headline_zh" TEXT,
    "published_on" DATE,
    "url" TEXT,
    "archive_url" TEXT,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT,
    "sha256" TEXT,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "incident_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "printed" TEXT,
    "source_id" UUID NOT NULL,
    "locator" TEXT,
    "basis" TEXT NOT NULL,
    "followed" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("incident_id","ordinal")
);

-- CreateTable
CREATE TABLE "directive_claims" (
    "directive_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "printed" TEXT,
    "source_id" UUID NOT NULL,
    "locator" TEXT,
    "basis" TEXT NOT NULL,
    "followed" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT,

    CONSTRAINT "directive_claims_pkey" PRIMARY KEY ("directive_id","ordinal")
);

-- CreateTable
CREATE TABLE "reported_figures" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "dataset_id" UUID,
    "metric" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "label_zh" TEXT,
    "value" DECIMAL(20,4) NOT NULL,
    "bound" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "place_id" TEXT,
    "from_day" DATE,
    "to_day" DATE,
    "printed" TEXT,
    "source_id" UUID NOT NULL,
    "locator" TEXT,

    CONSTRAINT "reported_figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "places" (
    "id" TEXT NOT NULL,
    "code" TEXT,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_id" TEXT,
    "path" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "valid_from" DATE,
    "valid_to" DATE,
    "note" TEXT,

    CONSTRAINT "places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "populations" (
    "place_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "source_id" UUID,
    "preferred" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "populations_pkey" PRIMARY KEY ("place_id","year","origin")
);

-- CreateTable
CREATE TABLE "reference_periods" (
    "id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "note" TEXT,
    "source_id" UUID,

    CONSTRAINT "reference_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batches" (
    "id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows_read" INTEGER NOT NULL,
    "rows_kept" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "changes" (
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "subject_type" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "batch_id" UUID,
    "changes" JSONB NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "changes_pkey" PRIMARY KEY ("subject_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "datasets_slug_key" ON "datasets"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "datasets_ref_prefix_key" ON "datasets"("ref_prefix");

-- CreateIndex
CREATE INDEX "incidents_ref_idx" ON "incidents"("ref");

-- CreateIndex
CREATE INDEX "incidents_dataset_id_starts_on_id_idx" ON "incidents"("dataset_id", "starts_on", "id");

-- CreateIndex
CREATE INDEX "incidents_starts_on_id_idx" ON "incidents"("starts_on", "id");

-- CreateIndex
CREATE INDEX "incidents_place_id_idx" ON "incidents"("place_id");

-- CreateIndex
CREATE UNIQUE INDEX "directives_ref_key" ON "directives"("ref");

-- CreateIndex
CREATE INDEX "directive_incidents_directive_id_idx" ON "directive_incidents"("directive_id");

-- CreateIndex
CREATE UNIQUE INDEX "sources_ref_key" ON "sources"("ref");

-- CreateIndex
CREATE INDEX "claims_source_id_idx" ON "claims"("source_id");

-- CreateIndex
CREATE INDEX "directive_claims_source_id_idx" ON "directive_claims"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "reported_figures_ref_key" ON "reported_figures"("ref");

-- CreateIndex
CREATE INDEX "places_path_idx" ON "places"("path" text_pattern_ops);

-- CreateIndex
CREATE INDEX "places_parent_id_idx" ON "places"("parent_id");

-- CreateIndex
CREATE INDEX "changes_created_at_idx" ON "changes"("created_at");

-- AddForeignKey
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_coverage_place_id_fkey" FOREIGN KEY ("coverage_place_id") REFERENCES "places"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_destination_place_id_fkey" FOREIGN KEY ("destination_place_id") REFERENCES "places"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directives" ADD CONSTRAINT "directives_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directives" ADD CONSTRAINT "directives_issuer_place_id_fkey" FOREIGN KEY ("issuer_place_id") REFERENCES "places"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive_incidents" ADD CONSTRAINT "directive_incidents_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive_incidents" ADD CONSTRAINT "directive_incidents_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive_claims" ADD CONSTRAINT "directive_claims_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive_claims" ADD CONSTRAINT "directive_claims_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_figures" ADD CONSTRAINT "reported_figures_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_figures" ADD CONSTRAINT "reported_figures_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_figures" ADD CONSTRAINT "reported_figures_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "places"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "populations" ADD CONSTRAINT "populations_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "populations" ADD CONSTRAINT "populations_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_periods" ADD CONSTRAINT "reference_periods_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
