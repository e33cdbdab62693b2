package io.github.sandboxcache.bench.ledger;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.install.PackageName;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.LookupCount;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.domain.usage.UsageView;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Every question that the window asks of the ledger. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LedgerQueries {
  /** System properties that name the database and the end of its past. */
  static final String FILE = "bench.ledger";

  static final String NOW = "bench.now";

  /** The range of time that is shown. */
  @Param({"DAY", "WEEK", "MONTH", "ALL"})
  public UsageRange range = UsageRange.DAY;

  private final Instant now = Instant.parse(System.getProperty(NOW, Instant.EPOCH.toString()));
  private final MadeUpUse use = new MadeUpUse();
  private final SqliteLedger ledger = open(Path.of(System.getProperty(FILE, "")));
  private final MadeUpUse.Image image = use.nextImage();

  static SqliteLedger open(Path file) {
    return SqliteLedger.at(
        file, (language, asGiven) -> PackageName.of(language, asGiven).name(), Clock.systemUTC());
  }

  /** Opens the database, which is no question. */
  @Setup
  public void open() {
    long _ = ledger.changeCount();
  }

  /** Closes it. */
  @TearDown
  public void close() {
    ledger.close();
  }

  /** All figures, charts and table columns at once, as after a change of range. */
  @Benchmark
  public UsageView everythingShown() {
    return UsageView.of(ledger, Set.of(), range, now, ZoneOffset.UTC);
  }

  /** The numbers of each language and image. */
  @Benchmark
  public UsageReport report() {
    return ledger.report(range.endingAt(now));
  }

  /** Saves that failed, and misses that nothing explains. */
  @Benchmark
  public FailedSaves failedSaves() {
    return ledger.failedSaves(range.endingAt(now), now);
  }

  /** What was missed in 30 days, whatever the range. */
  @Benchmark
  public List<MissedSet> missed() {
    return ledger.missed(now, Set.of());
  }

  /** The chart of lookups over time. */
  @Benchmark
  public List<LookupCount> timeline() {
    return ledger.lookups(range.endingAt(now), range.resolution());
  }

  /** The small chart in the details of one image. */
  @Benchmark
  public List<LookupCount> imageTimeline() {
    return ledger.lookups(image.reference(), range.endingAt(now), range.resolution());
  }

  /** The newest facts in the details of one image. */
  @Benchmark
  public List<UsageFact> imageFacts() {
    List<UsageFact> facts = new ArrayList<>();
    ledger.facts(
        new FactQuery(
            TimeRange.ALL,
            Optional.of(image.reference().language()),
            Optional.of(image.reference().tag()),
            Optional.empty(),
            OptionalInt.of(200)),
        facts::add);
    return facts;
  }

  /** Whether anything has changed, which is asked every second. */
  @Benchmark
  public long changeCount() {
    return ledger.changeCount();
  }
}
