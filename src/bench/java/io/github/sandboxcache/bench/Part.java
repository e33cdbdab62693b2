package io.github.sandboxcache.bench;

import io.github.sandboxcache.bench.report.Section;

/** A part of the benchmarks, which can run alone. */
public interface Part {
  /** Its name in the command and in the report. */
  String name();

  /** What it needs that may not be there, in one line. */
  String needs();

  /**
   * Measures.
   *
   * @throws Exception when it cannot; the message says what is missing
   */
  Section run(Options options) throws Exception;
}
