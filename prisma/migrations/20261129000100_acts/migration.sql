-- Changes of many records at once, and records that went into others.

-- CreateTable
CREATE TABLE "acts" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "reason" TEXT,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "matched" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "undoes" UUID,
    "left_refs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_redirects" (
    "ref" TEXT NOT NULL,
    "incident_id" UUID NOT NULL,
    "act_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_redirects_pkey" PRIMARY KEY ("ref")
);

-- CreateIndex
CREATE UNIQUE INDEX "acts_undoes_key" ON "acts"("undoes");

-- CreateIndex
CREATE INDEX "acts_created_at_id_idx" ON "acts"("created_at", "id");

-- CreateIndex
CREATE INDEX "incident_redirects_incident_id_idx" ON "incident_redirects"("incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_redirects_act_id_key" ON "incident_redirects"("act_id");

-- What the model promises and Prisma cannot express.

ALTER TABLE acts ALTER COLUMN left_refs SET NOT NULL;

ALTER TABLE acts
  ADD CONSTRAINT acts_kind_known CHECK (kind IN ('retag', 'publish', 'withdraw', 'merge', 'undo')),
  ADD CONSTRAINT acts_details_object CHECK (jsonb_typeof(details) = 'object'),
  ADD CONSTRAINT acts_changed_some CHECK (changed > 0 AND changed <= matched),
  -- An undo takes back one act, and nothing else takes back any. The unique index lets it happen once.
  ADD CONSTRAINT acts_undo_whole CHECK ((kind = 'undo') = (undoes IS NOT NULL) AND undoes IS DISTINCT FROM id);
