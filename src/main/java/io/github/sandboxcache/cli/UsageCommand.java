package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.UsageLedger;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code usage}: what happened in the cache, fact by fact, newest first. */
@Command(name = "usage", addMethodSubcommands = false)
final class UsageCommand implements Callable<Integer> {
  private static final Pattern KEY =
      Pattern.compile("[0-9a-f]{" + CacheKey.TAG_DIGITS + "}|[0-9a-f]{64}");

  private final Supplier<Session> sessions;
  private final Clock clock;

  @Mixin private RangeOptions range = new RangeOptions();

  @Option(names = "--language", paramLabel = "LANGUAGE", completionCandidates = LanguageNames.class)
  private Optional<String> language = Optional.empty();

  @Option(names = "--key", paramLabel = "KEY")
  private Optional<String> key = Optional.empty();

  @Option(names = "--kind", paramLabel = "KIND")
  private Optional<String> kind = Optional.empty();

  @Option(names = "--limit", paramLabel = "COUNT")
  private Optional<String> limit = Optional.empty();

  @Option(names = "--csv")
  private boolean csv;

  @Spec private CommandSpec spec;

  UsageCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    FactQuery query = query();
    Session session = sessions.get();
    return session.withLedger(ledger -> list(query, ledger, session.output()));
  }

  private int list(FactQuery query, UsageLedger ledger, Output output) {
    if (csv && output.isJson()) {
      throw wrong("problem.json-and-csv");
    }
    if (csv) {
      FactsText.printCsv(query, ledger, output);
    } else if (output.isJson()) {
      output.documents(each -> ledger.facts(query, fact -> each.accept(FactDocument.of(fact))));
    } else {
      FactsText.print(query, ledger, clock.instant(), output);
    }
    return ExitCode.DONE;
  }

  private FactQuery query() {
    return new FactQuery(
        range.range(clock.instant()),
        language.map(this::language),
        key.map(this::tag),
        kind.map(this::kind),
        limit.map(this::limit).orElseGet(OptionalInt::empty));
  }

  private Language language(String name) {
    return Language.parse(name).orElseThrow(() -> wrong("problem.language-name", name));
  }

  /** The tag's digits, the whole key that begins with them, or the image that carries them. */
  private String tag(String text) {
    if (KEY.matcher(text).matches()) {
      return text.substring(0, CacheKey.TAG_DIGITS);
    }
    return SandboxReference.parse(text)
        .filter(CacheReference.class::isInstance)
        .map(reference -> ((CacheReference) reference).tag())
        .orElseThrow(() -> wrong("problem.key", text));
  }

  private FactKind kind(String name) {
    return Arrays.stream(FactKind.values())
        .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "problem.kind",
                    name,
                    Arrays.stream(FactKind.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))));
  }

  private OptionalInt limit(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 0) {
        return OptionalInt.of(count);
      }
    } catch (NumberFormatException _) {
      // Said below, as for a negative number.
    }
    throw wrong("problem.limit", text);
  }

  private ParameterException wrong(String problem, Object... arguments) {
    return new ParameterException(spec.commandLine(), HelpText.of(problem, arguments));
  }
}
