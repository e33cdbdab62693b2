-- Which engine an operation is about, by whatever way it was reached; the column engine is the way.
ALTER TABLE operation ADD COLUMN identity TEXT;

DROP INDEX operation_unfinished;

CREATE INDEX operation_identity ON operation (coalesce(identity, engine));
