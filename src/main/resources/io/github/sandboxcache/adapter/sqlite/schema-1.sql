-- Times are UTC in ms since 1970, hours and days whole ones since then.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE language (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  install_time INTEGER
);

-- One row for each reference that any fact is about, with its sums over all time.
CREATE TABLE image (
  id INTEGER PRIMARY KEY,
  language INTEGER NOT NULL REFERENCES language (id),
  tag TEXT NOT NULL,
  packages TEXT,
  hits INTEGER NOT NULL DEFAULT 0,
  misses INTEGER NOT NULL DEFAULT 0,
  last_used INTEGER,
  install_time INTEGER,
  UNIQUE (language, tag)
);

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (type, name)
);

CREATE TABLE engine_image (
  id INTEGER PRIMARY KEY,
  engine_id TEXT NOT NULL UNIQUE
);

CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  language INTEGER NOT NULL REFERENCES language (id),
  image INTEGER NOT NULL REFERENCES image (id),
  source INTEGER NOT NULL REFERENCES source (id),
  identity INTEGER NOT NULL,
  engine_image INTEGER REFERENCES engine_image (id),
  duration INTEGER,
  bytes INTEGER,
  packages TEXT
);

CREATE UNIQUE INDEX fact_identity ON fact (identity);

CREATE INDEX fact_time ON fact (time, kind, image);

CREATE INDEX fact_image ON fact (image, time, kind);

-- Kind 2 is INSTALLED; medians are read from these two.
CREATE INDEX fact_install_image ON fact (image, duration) WHERE kind = 2 AND duration IS NOT NULL;

CREATE INDEX fact_install_language ON fact (language, duration) WHERE kind = 2 AND duration IS NOT NULL;

CREATE TABLE language_hour (
  hour INTEGER NOT NULL,
  language INTEGER NOT NULL,
  hits INTEGER NOT NULL,
  misses INTEGER NOT NULL,
  PRIMARY KEY (hour, language)
) WITHOUT ROWID;

CREATE TABLE language_day (
  day INTEGER NOT NULL,
  language INTEGER NOT NULL,
  hits INTEGER NOT NULL,
  misses INTEGER NOT NULL,
  PRIMARY KEY (day, language)
) WITHOUT ROWID;

CREATE TABLE image_day (
  day INTEGER NOT NULL,
  image INTEGER NOT NULL,
  hits INTEGER NOT NULL,
  misses INTEGER NOT NULL,
  installed INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  used INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  PRIMARY KEY (day, image)
) WITHOUT ROWID;

CREATE INDEX image_day_image ON image_day (image, day);

CREATE TABLE log_checkpoint (
  path TEXT NOT NULL,
  file TEXT NOT NULL,
  read_up_to INTEGER NOT NULL,
  memory TEXT NOT NULL,
  lines_read INTEGER NOT NULL,
  facts INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  last_read INTEGER,
  PRIMARY KEY (path, file)
) WITHOUT ROWID;
