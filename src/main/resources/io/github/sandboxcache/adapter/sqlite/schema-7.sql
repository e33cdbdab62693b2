-- To or from which registry an operation moves images.
ALTER TABLE operation ADD COLUMN registry TEXT;
