-- Where exactly something happened is kept from readers until an editor lets it be published (SECURITY.md).

-- AlterTable
ALTER TABLE "incidents" ADD COLUMN     "point_public" BOOLEAN NOT NULL DEFAULT false;
