-- AlterTable
ALTER TABLE "incidents" ADD COLUMN     "author_id" UUID;

-- AlterTable
ALTER TABLE "directives" ADD COLUMN     "author_id" UUID;

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "totp_key" TEXT,
    "totp_since" TIMESTAMPTZ(3),
    "totp_step" INTEGER,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_devices" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_devices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_links" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" UUID,
    "role" TEXT,
    "note" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_tries" (
    "id" BIGSERIAL NOT NULL,
    "login" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "device" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_tries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_login_key" ON "accounts"("login");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE INDEX "known_devices_account_id_idx" ON "known_devices"("account_id");

-- CreateIndex
CREATE INDEX "account_links_account_id_idx" ON "account_links"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_tries_login_at_idx" ON "sign_in_tries"("login", "at");

-- CreateIndex
CREATE INDEX "sign_in_tries_visitor_at_idx" ON "sign_in_tries"("visitor", "at");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the model promises and Prisma cannot express.

ALTER TABLE accounts
  ADD CONSTRAINT accounts_login_form CHECK (login ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  ADD CONSTRAINT accounts_name_one_line
    CHECK (char_length(name) BETWEEN 1 AND 80 AND name = btrim(name) AND name !~ '[[:cntrl:]]'),
  ADD CONSTRAINT accounts_role_known CHECK (role IN ('reader', 'coder', 'editor', 'admin')),
  -- A hash that names its way of hashing, so that no password can get in.
  ADD CONSTRAINT accounts_password_hashed CHECK (password_hash LIKE '$argon2id$%'),
  ADD CONSTRAINT accounts_totp_whole CHECK (totp_key IS NOT NULL OR (totp_since IS NULL AND totp_step IS NULL)),
  ADD CONSTRAINT accounts_version_positive CHECK (version > 0);

ALTER TABLE sessions
  ADD CONSTRAINT sessions_id_form CHECK (id ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT sessions_device_length CHECK (char_length(device) BETWEEN 1 AND 80);

ALTER TABLE known_devices ADD CONSTRAINT known_devices_id_form CHECK (id ~ '^[0-9a-f]{64}$');

ALTER TABLE account_links
  ADD CONSTRAINT account_links_id_form CHECK (id ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT account_links_kind_fits CHECK (
    CASE kind
      WHEN 'first' THEN account_id IS NULL AND coalesce(role = 'admin', false)
      WHEN 'invitation' THEN account_id IS NULL AND coalesce(role IN ('reader', 'coder', 'editor', 'admin'), false)
      WHEN 'new-password' THEN account_id IS NOT NULL AND role IS NULL
      ELSE false
    END
  ),
  ADD CONSTRAINT account_links_note_length CHECK (char_length(note) BETWEEN 1 AND 200);

ALTER TABLE sign_in_tries
  ADD CONSTRAINT sign_in_tries_hashed CHECK (login ~ '^[0-9a-f]{64}$' AND visitor ~ '^[0-9a-f]{64}$');
