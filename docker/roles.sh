#!/bin/sh
# Run once by the image of Postgres when the database is made: the two ordinary roles, as `npm start` makes them.
# The owner makes and changes tables; the app reads and writes rows.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=database="$POSTGRES_DB" --set=owner="$DAYBOOK_OWNER_PASSWORD" --set=app="$DAYBOOK_APP_PASSWORD" <<'SQL'
CREATE ROLE daybook_owner LOGIN PASSWORD :'owner';
CREATE ROLE daybook_app LOGIN PASSWORD :'app';
ALTER DATABASE :"database" OWNER TO daybook_owner;
REVOKE ALL ON DATABASE :"database", postgres, template1 FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO daybook_app;
ALTER SCHEMA public OWNER TO daybook_owner;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gin;
CREATE EXTENSION "uuid-ossp";
SQL
