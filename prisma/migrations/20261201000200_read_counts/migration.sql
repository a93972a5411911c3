-- CreateTable
CREATE TABLE "read_counts" (
    "visitor" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "strikes" INTEGER NOT NULL,
    "waits_until" TIMESTAMPTZ(3),

    CONSTRAINT "read_counts_pkey" PRIMARY KEY ("visitor")
);

-- What the model promises and Prisma cannot express.

ALTER TABLE read_counts
  -- A hash, so that no address of a visitor can get in.
  ADD CONSTRAINT read_counts_visitor_form CHECK (visitor ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT read_counts_count_positive CHECK (count > 0),
  ADD CONSTRAINT read_counts_strikes_fit CHECK (strikes >= 0 AND (strikes > 0) = (waits_until IS NOT NULL));
