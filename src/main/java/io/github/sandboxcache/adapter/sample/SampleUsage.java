package io.github.sandboxcache.adapter.sample;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** A made-up past of five weeks for a made-up cache; the same at every call but for the time. */
public final class SampleUsage {
  private static final FactSource SOURCE = FactSource.log("sample");
  private static final long SEED = 20_261_122;
  private static final Duration WEEK = Duration.ofDays(7);

  /** What is forgotten was hardly popular before. */
  private static final int RARELY = 60;

  /** Hits and misses of the newest week. */
  private static final Map<Language, HitCount> NEWEST_WEEK =
      Map.of(
          Language.PYTHON, new HitCount(612, 61),
          Language.TYPESCRIPT, new HitCount(148, 28),
          Language.JAVASCRIPT, new HitCount(263, 39),
          Language.GO, new HitCount(98, 25),
          Language.RUST, new HitCount(57, 24),
          Language.BASH, new HitCount(106, 10));

  /** What an install takes on average, in seconds. */
  private static final Map<Language, Integer> INSTALL_SECONDS =
      Map.of(
          Language.PYTHON, 24,
          Language.TYPESCRIPT, 42,
          Language.JAVASCRIPT, 19,
          Language.GO, 58,
          Language.RUST, 166,
          Language.BASH, 11);

  private static final int USUAL_INSTALL_SECONDS = 24;

  /** Of the average, in thousandths. */
  private static final int MIN_INSTALL = 400;

  private static final int INSTALLS_DIFFER = 1_200;

  /** Images that nobody asks for any more, by their first package, and for how many days. */
  private static final Map<String, Integer> FORGOTTEN =
      Map.of(
          "jupyterlab==4.2.5", 34,
          "spacy==3.7.5", 31,
          "pandas==1.5.3", 27,
          "nx@19.8.4", 29,
          "next@14.2.15", 20,
          "d3@7.9.0", 32,
          "k8s.io/client-go@v0.31.1", 17,
          "opencv-python-headless==4.10.0.84", 16);

  /** How much of that there was in each week, the newest first. */
  private static final double[] HITS = {1, 0.9, 0.82, 0.74, 0.6};

  private static final double[] MISSES = {1, 1.25, 1.3, 1.4, 1.5};

  private final Instant now;
  private final Random random = new Random(SEED);
  private final List<UsageFact> facts = new ArrayList<>();

  private SampleUsage(Instant now) {
    this.now = now;
  }

  /** An image that lookups can be about. */
  private record Candidate(
      CacheReference reference,
      Instant createdAt,
      Instant wantedUntil,
      List<String> packages,
      double weight) {}

  /**
   * A set that is looked for and is not in the cache.
   *
   * @param every how many misses of its language there are for each of its own
   */
  private record Absent(CacheReference reference, List<String> packages, long bytes, int every) {}

  /** What happened to the images of that cache. */
  public static List<UsageFact> of(SampleCache cache, Instant now) {
    SampleUsage usage = new SampleUsage(now);
    for (Language language : Language.KNOWN) {
      HitCount week = NEWEST_WEEK.getOrDefault(language, HitCount.NONE);
      List<Candidate> images = usage.candidates(cache, language);
      if (!images.isEmpty() && week.lookups() > 0) {
        usage.add(images, absent(language), week);
      }
    }
    cache.containers().forEach(container -> usage.addUse(container, cache));
    return List.copyOf(usage.facts);
  }

  private List<Candidate> candidates(SampleCache cache, Language language) {
    List<Candidate> found = new ArrayList<>();
    for (EngineImage image : cache.images()) {
      for (String name : image.references()) {
        if (SandboxReference.parse(name).orElse(null) instanceof CacheReference reference
            && reference.language().equals(language)) {
          List<String> packages = ImageLabels.packages(image.labels()).orElse(List.of());
          int idleDays = FORGOTTEN.getOrDefault(packages.isEmpty() ? "" : packages.getFirst(), 0);
          double rank = 1 + random.nextInt(12) + (idleDays == 0 ? 0 : RARELY);
          found.add(
              new Candidate(
                  reference,
                  image.createdAt().orElseThrow(),
                  now.minus(Duration.ofDays(idleDays)),
                  packages,
                  1 / (rank * rank)));
        }
      }
    }
    return found;
  }

  private static List<Absent> absent(Language language) {
    return SampleCache.lines("missed.tsv").stream()
        .map(line -> line.split("\t", -1))
        .filter(fields -> fields[0].equals(language.name()))
        .map(
            fields -> {
              List<String> packages = List.of(fields[3].split(" "));
              return new Absent(
                  CacheReference.of(language, CacheKey.of(language, packages)),
                  packages,
                  SampleCache.imageBytes(language, fields[1]),
                  Integer.parseInt(fields[2]));
            })
        .toList();
  }

  private void add(List<Candidate> images, List<Absent> absent, HitCount newestWeek) {
    for (int week = 0; week < HITS.length; week++) {
      long hits = Math.round(newestWeek.hits() * HITS[week]);
      long misses = Math.round(newestWeek.misses() * MISSES[week]);
      for (int i = 0; i < hits; i++) {
        Instant time = time(week);
        Candidate image = choose(images, time);
        Duration taken = Duration.ofMillis(90 + random.nextInt(80));
        facts.add(fact(FactKind.HIT, image.reference(), image.packages(), time, taken));
      }
      for (int i = 0; i < misses; i++) {
        Instant time = time(week);
        Candidate chosen = choose(images, time);
        int miss = i;
        Optional<Absent> gone =
            absent.stream().filter(each -> miss % each.every() == each.every() - 1).findFirst();
        CacheReference image = gone.map(Absent::reference).orElse(chosen.reference());
        List<String> packages = gone.map(Absent::packages).orElse(chosen.packages());
        OptionalLong bytes =
            gone.map(each -> OptionalLong.of(each.bytes())).orElseGet(OptionalLong::empty);
        Duration looked = Duration.ofMillis(60 + random.nextInt(60));
        facts.add(fact(FactKind.MISS, image, packages, time, looked));
        Duration install = install(image.language());
        facts.add(
            fact(FactKind.INSTALLED, image, packages, time.plusMillis(1), install)
                .withBytes(bytes));
      }
    }
  }

  private Duration install(Language language) {
    long average = INSTALL_SECONDS.getOrDefault(language, USUAL_INSTALL_SECONDS);
    return Duration.ofMillis(average * (MIN_INSTALL + random.nextInt(INSTALLS_DIFFER)));
  }

  private void addUse(EngineContainer container, SampleCache cache) {
    cache.images().stream()
        .filter(image -> image.id().equals(container.imageId()))
        .flatMap(image -> image.references().stream())
        .flatMap(name -> SandboxReference.parse(name).stream())
        .filter(CacheReference.class::isInstance)
        .forEach(
            reference ->
                facts.add(
                    UsageFact.of(
                        now.minusSeconds(120 + random.nextInt(1_200)),
                        FactKind.USED,
                        (CacheReference) reference,
                        FactSource.engine("sample:"),
                        FactIdentity.random())));
  }

  /** More by day than by night, and never quite now. */
  private Instant time(int week) {
    Instant weekEnd = now.minus(WEEK.multipliedBy(week)).minusSeconds(130);
    while (true) {
      long secondsAgo = random.nextLong(WEEK.toSeconds() - 300);
      Instant time = weekEnd.minusSeconds(secondsAgo).plusMillis(random.nextInt(1_000));
      double hour = Math.floorMod(time.getEpochSecond(), 86_400) / 3_600.0;
      if (random.nextDouble()
          < 0.25 + 0.75 * Math.max(0, Math.sin((hour - 6) / 24 * 2 * Math.PI))) {
        return time;
      }
    }
  }

  /** One that was there at that time, the popular ones more often; else any. */
  private Candidate choose(List<Candidate> images, Instant time) {
    List<Candidate> wanted =
        images.stream().filter(image -> !image.wantedUntil().isBefore(time)).toList();
    List<Candidate> there =
        wanted.stream().filter(image -> !image.createdAt().isAfter(time)).toList();
    List<Candidate> from = there.isEmpty() ? wanted : there;
    double left = random.nextDouble() * from.stream().mapToDouble(Candidate::weight).sum();
    for (Candidate image : from) {
      left -= image.weight();
      if (left <= 0) {
        return image;
      }
    }
    return from.getLast();
  }

  private static UsageFact fact(
      FactKind kind, CacheReference image, List<String> packages, Instant time, Duration duration) {
    return UsageFact.of(time, kind, image, SOURCE, FactIdentity.random())
        .withPackages(packages)
        .withDuration(duration);
  }
}
