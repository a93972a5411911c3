-- CreateTable
CREATE TABLE "saved_views" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "page" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "codebook_version" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "write_counts" (
    "kind" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "write_counts_pkey" PRIMARY KEY ("kind","visitor","hour")
);

-- CreateIndex
CREATE INDEX "saved_views_created_at_idx" ON "saved_views"("created_at");

-- What the model promises and Prisma cannot express.

ALTER TABLE saved_views
  -- Base58: no 0, O, I or l, which readers confuse.
  ADD CONSTRAINT saved_views_id_form CHECK (id ~ '^[1-9A-HJ-NP-Za-km-z]{10,22}$'),
  ADD CONSTRAINT saved_views_name_length CHECK (char_length(name) BETWEEN 1 AND 120),
  ADD CONSTRAINT saved_views_name_one_line CHECK (name = btrim(name) AND name !~ '[[:cntrl:]]'),
  ADD CONSTRAINT saved_views_description_length CHECK (char_length(description) BETWEEN 1 AND 1000),
  ADD CONSTRAINT saved_views_page_known CHECK (page IN ('/', '/incidents')),
  -- Names of parameters with a text each, nothing deeper.
  ADD CONSTRAINT saved_views_state_texts CHECK (
    jsonb_typeof(state) = 'object' AND NOT jsonb_path_exists(state, 'strict $.* ? (@.type() != "string")')
  ),
  ADD CONSTRAINT saved_views_state_length CHECK (char_length(state::text) <= 20000),
  ADD CONSTRAINT saved_views_codebook_version_length CHECK (char_length(codebook_version) BETWEEN 1 AND 40);

ALTER TABLE write_counts
  ADD CONSTRAINT write_counts_kind_form CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- A hash, so that no address of a visitor can get in.
  ADD CONSTRAINT write_counts_visitor_form CHECK (visitor ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT write_counts_count_positive CHECK (count > 0);

-- What a link opens never changes. The role of the app may neither change nor remove rows; this is the second
-- lock, for everybody else. A name or a description can be struck out by the owner, who may remove a row too:
-- then the link opens nothing, and never something else.
CREATE FUNCTION refuse_to_change_saved_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What a saved view shows never changes: save another view instead.'
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'saved_views_never_change';
END;
$$;

CREATE TRIGGER saved_views_never_change
  BEFORE UPDATE OF id, page, state, codebook_version, created_at ON saved_views
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_saved_view();
