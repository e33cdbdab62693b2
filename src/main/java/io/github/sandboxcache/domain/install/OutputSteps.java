package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.install.InstallStep.Building;
import io.github.sandboxcache.domain.install.InstallStep.Downloading;
import io.github.sandboxcache.domain.install.InstallStep.DownloadingSome;
import io.github.sandboxcache.domain.install.InstallStep.Installing;
import io.github.sandboxcache.domain.install.InstallStep.ReadingIndex;
import io.github.sandboxcache.domain.install.InstallStep.Resolving;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads steps out of what package managers print, line by line. The words are theirs and may
 * change: a line that is not known says nothing, and none can do harm. Not thread-safe.
 */
final class OutputSteps {
  /** No line with a step in it is longer. */
  private static final int MAX_LENGTH = 400;

  private static final Map<String, Long> UNITS =
      Map.of("B", 1L, "bytes", 1L, "kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

  private static final Pattern RAW_PROGRESS =
      Pattern.compile("Progress (\\d{1,15}) of (\\d{1,15})");

  private static final List<Rule> RULES =
      List.of(
          // pip
          rule("Collecting ([^\\s;(]+).*", m -> new Resolving(m.group(1))),
          rule(
              " *Downloading (?:\\S*/)?([\\w.]+)-([\\w.!+]+)-\\S+\\.whl \\(([\\d.]+) (\\w+)\\)",
              m -> new Downloading(m.group(1) + " " + m.group(2), bytes(m.group(3), m.group(4)))),
          rule(
              " *Downloading (?:\\S*/)?([\\w.-]+)-([\\d][\\w.!+]*)\\.(?:tar\\.gz|zip)"
                  + " \\(([\\d.]+) (\\w+)\\)",
              m -> new Downloading(m.group(1) + " " + m.group(2), bytes(m.group(3), m.group(4)))),
          rule(" *Building wheel for (\\S+) .*: started", m -> new Building(m.group(1))),
          rule("Installing collected packages: (.+)", m -> installing(m.group(1).split(", "))),
          // npm, asked to tell of its requests
          rule(
              "npm http fetch GET 200 https?://[^/]+/((?:@[^/]+/)?[^/\\s]+)/-/\\S*?-(\\d\\S*)\\.tgz"
                  + " .*",
              m -> new Downloading(m.group(1) + " " + m.group(2), OptionalLong.empty())),
          rule(
              "npm http fetch GET 200 https?://[^/]+/((?:@[^/]+(?:/|%2f))?[^/\\s]+) .*",
              m -> new Resolving(m.group(1).replace("%2f", "/"))),
          // pnpm
          rule(
              "Progress: resolved (\\d{1,6}), reused (\\d{1,6}), downloaded (\\d{1,6}), .*",
              m -> new DownloadingSome(number(m, 2) + number(m, 3), number(m, 1))),
          // bun
          rule("installed (@?[^@\\s]+)@(\\S+).*", m -> installing(m.group(1) + " " + m.group(2))),
          // go
          rule(
              "go: downloading (\\S+) v(\\S+)",
              m -> new Downloading(m.group(1) + " " + m.group(2), OptionalLong.empty())),
          rule("go: added (\\S+) v(\\S+)", m -> installing(m.group(1) + " " + m.group(2))),
          // cargo
          rule(" *Updating crates\\.io index", _ -> new ReadingIndex()),
          rule(" *Adding (\\S+) v\\S+ to .*", m -> new Resolving(m.group(1))),
          rule(
              " *Downloaded (\\S+) v(\\S+).*",
              m -> new Downloading(m.group(1) + " " + m.group(2), OptionalLong.empty())),
          rule(" *Compiling (\\S+) v(\\S+).*", m -> new Building(m.group(1) + " " + m.group(2))),
          // apt
          rule("(?:Get|Hit|Ign):\\d+ \\S+ \\S+ (?:In)?Release\\b.*", _ -> new ReadingIndex()),
          rule("(?:Get|Hit|Ign):\\d+ \\S+ \\S+ \\S+ Packages\\b.*", _ -> new ReadingIndex()),
          rule(
              "Get:\\d+ \\S+ \\S+ \\S+ (\\S+) \\S+ (\\S+) \\[([\\d.,]+) (\\w+)\\]",
              m -> new Downloading(m.group(1) + " " + m.group(2), bytes(m.group(3), m.group(4)))),
          rule(
              "(?:Unpacking|Setting up) (\\S+?)(?::\\w+)? \\((\\S+)\\) .*",
              m -> installing(m.group(1) + " " + m.group(2))),
          // apk
          rule("fetch \\S+/APKINDEX\\.tar\\.gz", _ -> new ReadingIndex()),
          rule(
              "\\(\\d+/\\d+\\) Installing (\\S+) \\((\\S+)\\)",
              m -> installing(m.group(1) + " " + m.group(2))),
          // gem
          rule(
              "Fetching (\\S+)-(\\d[^-\\s]*)\\.gem",
              m -> new Downloading(m.group(1) + " " + m.group(2), OptionalLong.empty())));

  private Optional<Downloading> download = Optional.empty();

  private record Rule(Pattern pattern, Function<MatchResult, InstallStep> step) {
    Stream<InstallStep> in(String line) {
      Matcher matcher = pattern.matcher(line);
      return matcher.matches() ? Stream.of(step.apply(matcher)) : Stream.empty();
    }
  }

  /** The step that a line of output tells of; empty where it tells of none. */
  Optional<InstallStep> read(String untrustedLine) {
    String line = untrustedLine.stripTrailing();
    if (line.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher progress = RAW_PROGRESS.matcher(line);
    Optional<InstallStep> step =
        progress.matches()
            ? download.map(running -> at(running, progress))
            : RULES.stream().flatMap(rule -> rule.in(line)).findFirst();
    step.ifPresent(
        told -> download = told instanceof Downloading now ? Optional.of(now) : Optional.empty());
    return step;
  }

  /** Whether a line says how far a download is and nothing else, many times a second. */
  static boolean isOnlyProgress(String line) {
    return RAW_PROGRESS.matcher(line).matches();
  }

  private static Downloading at(Downloading running, MatchResult progress) {
    return new Downloading(
        running.name(),
        OptionalLong.of(Long.parseLong(progress.group(2))),
        OptionalLong.of(Long.parseLong(progress.group(1))));
  }

  private static Rule rule(String pattern, Function<MatchResult, InstallStep> step) {
    return new Rule(Pattern.compile(pattern), step);
  }

  private static Installing installing(String... names) {
    return new Installing(List.of(names));
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  /** A size as {@code 16.9} and {@code MB}; empty when it is none. */
  private static OptionalLong bytes(String number, String unit) {
    String digits = number.replace(",", "");
    return UNITS.containsKey(unit) && digits.matches("\\d{1,9}(\\.\\d{1,3})?")
        ? OptionalLong.of(
            new BigDecimal(digits).multiply(BigDecimal.valueOf(UNITS.get(unit))).longValue())
        : OptionalLong.empty();
  }
}
