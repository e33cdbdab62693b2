-- What was done to the cache, written before it is done.
CREATE TABLE operation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  origin TEXT NOT NULL,
  engine TEXT NOT NULL,
  pid INTEGER NOT NULL,
  process_started INTEGER,
  begun INTEGER NOT NULL,
  rule TEXT,
  announced INTEGER,
  ended INTEGER,
  interrupted INTEGER NOT NULL DEFAULT 0,
  freed INTEGER,
  measured INTEGER,
  failure TEXT
);

CREATE INDEX operation_begun ON operation (begun);

CREATE INDEX operation_unfinished ON operation (engine) WHERE ended IS NULL;

CREATE TABLE operation_image (
  operation INTEGER NOT NULL REFERENCES operation (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  image_id TEXT,
  packages TEXT,
  asked_from TEXT,
  recipe TEXT,
  bytes INTEGER,
  state TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (operation, position)
);

CREATE INDEX operation_image_name ON operation_image (name, operation);

CREATE INDEX operation_image_open ON operation_image (operation) WHERE state IN ('asked', 'unknown');

-- What was announced before and never settled is settled as an operation is whose process died.
INSERT INTO operation (kind, origin, engine, pid, process_started, begun)
SELECT 'REMOVE', 'UNKNOWN', source_name, 0, 0, min(time) FROM pending_fact GROUP BY source_name;

INSERT INTO operation_image
SELECT
  o.id,
  row_number() OVER (PARTITION BY o.id ORDER BY p.identity) - 1,
  'mcp-sandbox-' || p.language || ':' || p.tag,
  p.engine_image,
  p.packages,
  NULL,
  NULL,
  p.bytes,
  'asked',
  NULL
FROM pending_fact p JOIN operation o ON o.engine = p.source_name;

DROP TABLE pending_fact;
