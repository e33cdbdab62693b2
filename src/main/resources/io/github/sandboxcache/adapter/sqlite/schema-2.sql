-- Facts that were announced and are not known to have happened.
CREATE TABLE pending_fact (
  identity INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  language TEXT NOT NULL,
  tag TEXT NOT NULL,
  engine_image TEXT,
  packages TEXT,
  bytes INTEGER,
  source_type TEXT NOT NULL,
  source_name TEXT NOT NULL
);
