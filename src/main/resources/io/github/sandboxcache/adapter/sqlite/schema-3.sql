-- When all containers of an engine were last looked at for uses.
CREATE TABLE look (
  engine TEXT PRIMARY KEY,
  time INTEGER NOT NULL
);
