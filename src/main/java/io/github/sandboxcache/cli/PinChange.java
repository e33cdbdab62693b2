package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What {@code pin} and {@code unpin} have in common.
 *
 * @param names the images that are meant
 * @param change pins or unpins them; tells which were not so before
 * @param key the beginning of the keys of what is said
 */
record PinChange(
    List<ImageName> names,
    BiFunction<PinStore, Collection<CacheReference>, Set<CacheReference>> change,
    String key) {
  /**
   * The document of {@code pin} and {@code unpin}.
   *
   * @param changed the references that were not so before
   * @param unchanged the references that were so already
   * @param failed what named no single image, and why
   * @param pinned all references that are pinned now, sorted
   */
  record Document(
      List<String> changed, List<String> unchanged, List<Failure> failed, List<String> pinned) {}

  /**
   * An argument that named no single image.
   *
   * @param image the argument
   * @param reason why
   */
  record Failure(String image, String reason) {}

  /** Reads the arguments of a verb; a name that no cached image can have is wrong usage. */
  static List<ImageName> read(List<String> arguments, CommandSpec verb) {
    List<ImageName> names = arguments.stream().map(ImageName::of).toList();
    for (ImageName name : names) {
      if (name instanceof ImageName.NotCached(String other)) {
        throw new ParameterException(verb.commandLine(), HelpText.of("problem.image", other));
      } else if (name instanceof ImageName.Base(String base)) {
        throw new ParameterException(verb.commandLine(), HelpText.of("problem.base-image", base));
      }
    }
    return names;
  }

  /**
   * Changes the pins and says what came of it; returns the exit code.
   *
   * @param known where keys are looked up
   */
  int apply(PinStore pins, Function<PinStore, Collection<CacheReference>> known, Session session) {
    Set<CacheReference> meant = new LinkedHashSet<>();
    List<Failure> failed = new ArrayList<>();
    try {
      choose(known.apply(pins), meant, failed);
      Set<CacheReference> changed = change.apply(pins, meant);
      meant.removeAll(changed);
      say(changed, meant, failed, pins, session.output());
    } catch (PinsException e) {
      return session.problems().pins(e.trouble(), Texts.text("cli.pins.unchanged"));
    }
    failed.forEach(
        f ->
            session
                .output()
                .problem(Texts.text("cli.image.failed", PlainText.line(f.image()), f.reason())));
    return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void choose(
      Collection<CacheReference> known, Set<CacheReference> meant, List<Failure> failed) {
    for (ImageName name : names) {
      if (name instanceof ImageName.Whole(CacheReference reference)) {
        meant.add(reference);
      } else if (name instanceof ImageName.KeyStart start) {
        switch (start.among(known)) {
          case ImageName.Match.One(CacheReference reference) -> meant.add(reference);
          case ImageName.Match.None(String reason) ->
              failed.add(new Failure(start.digits(), reason));
        }
      }
    }
  }

  private void say(
      Set<CacheReference> changed,
      Set<CacheReference> unchanged,
      List<Failure> failed,
      PinStore pins,
      Output output) {
    if (output.isJson()) {
      output.document(
          new Document(
              names(changed),
              names(unchanged),
              failed,
              names(pinned(pins)).stream().sorted().toList()));
    } else {
      changed.forEach(r -> output.line(Texts.text(key + ".done", r), Style.GOOD));
      unchanged.forEach(r -> output.line(Texts.text(key + ".already", r), Style.PLAIN));
    }
  }

  private static List<String> names(Collection<CacheReference> references) {
    return references.stream().map(CacheReference::toString).toList();
  }

  /**
   * What is pinned now.
   *
   * @throws PinsException when that cannot be read
   */
  static Collection<CacheReference> pinned(PinStore pins) {
    return switch (pins.read()) {
      case Pins.Known(var references) -> references;
      case Pins.Unreadable(var trouble) -> throw new PinsException(trouble);
    };
  }
}
