package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.text.PinOwnersText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import picocli.CommandLine.ParameterException;

/** What {@code pin} and {@code unpin} have in common. */
final class PinVerbs {
  private final RootCommand root;
  private final CacheAccess access;

  PinVerbs(RootCommand root, CacheAccess access) {
    this.root = root;
    this.access = access;
  }

  /** The work of one verb. */
  interface Work {
    /** Does it and says what came of it; returns the exit code. */
    int run(PinStore pins, Output output);
  }

  /** Works on the pins alone, without an engine. */
  int run(Work work) {
    root.check();
    Output output = root.output();
    if (root.sample() && !output.isJson()) {
      output.line(Texts.text("cli.sample"), Style.CAREFUL);
    }
    sayWhosePins(root, access, output);
    PinStore pins = root.sample() ? access.samplePins() : access.pins();
    return guarded(output, () -> work.run(pins, output));
  }

  /** Says so where the pins that count may be those of another user than expected. */
  static void sayWhosePins(RootCommand root, CacheAccess access, Output output) {
    if (root.sample()) {
      return;
    }
    access.pinOwners().map(PinOwnersText::full).ifPresent(output::detail);
  }

  static int guarded(Output output, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (PinsException e) {
      return PinProblem.nothingChanged(e.trouble(), output);
    }
  }

  /** Reads the arguments; a name that no cached image can have is wrong usage. */
  List<ImageName> read(List<String> arguments) {
    List<ImageName> names = arguments.stream().map(ImageName::of).toList();
    for (ImageName name : names) {
      if (name instanceof ImageName.NotCached(String other)) {
        throw wrong("problem.image", other);
      } else if (name instanceof ImageName.Base(String base)) {
        throw wrong("problem.base-image", base);
      }
    }
    return names;
  }

  private ParameterException wrong(String key, String name) {
    return new ParameterException(root.spec().commandLine(), HelpText.of(key, name));
  }

  /** What is pinned now; throws when that cannot be read. */
  static Set<CacheReference> known(PinStore pins) {
    return switch (pins.read()) {
      case Pins.Known(var references) -> references;
      case Pins.Unreadable(var trouble) -> throw new PinsException(trouble);
    };
  }

  /**
   * Changes the pins of those images and says what came of it.
   *
   * @param known where keys are looked up
   * @param key the beginning of the keys of what is said
   */
  static int change(
      List<ImageName> names,
      Collection<CacheReference> known,
      PinStore pins,
      Function<Collection<CacheReference>, Set<CacheReference>> change,
      String key,
      Output output) {
    Set<CacheReference> meant = new LinkedHashSet<>();
    List<PinDocument.Failure> failed = new ArrayList<>();
    for (ImageName name : names) {
      if (name instanceof ImageName.Whole(CacheReference reference)) {
        meant.add(reference);
      } else if (name instanceof ImageName.KeyStart start) {
        switch (start.among(known)) {
          case ImageName.Match.One(CacheReference reference) -> meant.add(reference);
          case ImageName.Match.None(String reason) ->
              failed.add(new PinDocument.Failure(start.digits(), reason));
        }
      }
    }
    Set<CacheReference> changed = change.apply(meant);
    Set<CacheReference> unchanged = new LinkedHashSet<>(meant);
    unchanged.removeAll(changed);
    if (output.isJson()) {
      output.document(PinDocument.of(changed, unchanged, failed, known(pins)));
    } else {
      changed.forEach(r -> output.line(Texts.text(key + ".done", r), Style.GOOD));
      unchanged.forEach(r -> output.line(Texts.text(key + ".already", r), Style.PLAIN));
    }
    failed.forEach(
        f -> output.problem(Texts.text("cli.image.failed", PlainText.line(f.image()), f.reason())));
    return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
