-- Why something failed, in foreign words, cut to a length.
ALTER TABLE fact ADD COLUMN reason TEXT;

ALTER TABLE image_day ADD COLUMN unsaved INTEGER NOT NULL DEFAULT 0;

-- Kind 6 is UNSAVED; few facts are.
CREATE INDEX fact_unsaved ON fact (time, image) WHERE kind = 6;

CREATE INDEX image_day_unsaved ON image_day (day, image, unsaved) WHERE unsaved > 0;
