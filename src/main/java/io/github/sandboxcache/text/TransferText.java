package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.registry.Platform;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.TransferNotes.Pulled;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferOutcome.KeyVerdict;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.registry.TransferReport.Direction;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What has to be said about registries, in words. */
public final class TransferText {
  private TransferText() {}

  /** What became of one image, and what is to be said of it besides. */
  public static String of(Direction direction, TransferOutcome outcome) {
    return switch (outcome) {
      case TransferOutcome.Pushed(String _, long bytes) ->
          Texts.text("transfer.moved." + direction, DecimalSize.of(bytes));
      case TransferOutcome.Pulled(String _, String _, long bytes, KeyVerdict verdict) -> {
        String moved = Texts.text("transfer.moved." + direction, DecimalSize.of(bytes));
        String warning = of(verdict);
        yield warning.isEmpty() ? moved : moved + "; " + warning;
      }
      case TransferOutcome.AlreadyThere(boolean same) ->
          same
              ? Texts.text("cli.transfer.present." + direction)
              : Texts.text("transfer.other-image");
      case TransferOutcome.AlreadyHere _ -> Texts.text("cli.transfer.present." + direction);
      case TransferOutcome.Failed(TransferProblem problem) -> of(problem);
    };
  }

  /** From where an image came, and with which digest. */
  public static String of(Pulled image) {
    return Texts.text("transfer.origin.digest", origin(image), PlainText.line(image.digest()));
  }

  /** From where an image came; the time is told in the user's time zone. */
  public static String origin(Pulled image) {
    return Texts.text(
        "transfer.origin",
        image.reference().registry(),
        Texts.date("date.full").format(image.at().atZone(ZoneId.systemDefault())));
  }

  /** Why an image was not moved. */
  public static String of(TransferProblem problem) {
    return switch (problem) {
      case TransferProblem.SessionFiles(long files, long bytes) ->
          Texts.text("transfer.session-files", files, DecimalSize.of(bytes));
      case TransferProblem.OtherPlatform(List<Platform> there, Platform wanted) ->
          there.isEmpty()
              ? Texts.text("transfer.other-platform.unknown", wanted)
              : Texts.text("transfer.other-platform", platforms(there), wanted);
      case TransferProblem.OtherDigest(String said) -> Texts.text("transfer.other-digest", said);
      case TransferProblem.Registry(var kind, String words) -> failure(kind, words);
      case TransferProblem.Engine(String words) ->
          Texts.text("transfer.engine", PlainText.line(words));
      case TransferProblem.NotHere _,
          TransferProblem.NotThere _,
          TransferProblem.NotLegible _,
          TransferProblem.NameTaken _,
          TransferProblem.ChangedThere _,
          TransferProblem.NotNoted _ ->
          Texts.text("transfer." + word(problem));
    };
  }

  private static String platforms(List<Platform> there) {
    return there.stream()
        .map(Platform::toString)
        .map(PlainText::line)
        .collect(Collectors.joining(", "));
  }

  /** Why an image was not moved, as a fixed word for programs. */
  public static String word(TransferProblem problem) {
    return switch (problem) {
      case TransferProblem.NotHere _ -> "not-here";
      case TransferProblem.NotThere _ -> "not-there";
      case TransferProblem.SessionFiles _ -> "session-files";
      case TransferProblem.NotLegible _ -> "not-legible";
      case TransferProblem.NameTaken _ -> "name-taken";
      case TransferProblem.OtherPlatform _ -> "other-platform";
      case TransferProblem.OtherDigest _ -> "other-digest";
      case TransferProblem.ChangedThere _ -> "changed-there";
      case TransferProblem.NotNoted _ -> "not-noted";
      case TransferProblem.Registry(var kind, var _) -> "registry-" + word(kind);
      case TransferProblem.Engine _ -> "engine";
    };
  }

  /** What went wrong at a registry, in its own words or the system's, and what to do. */
  public static String of(RegistryException e) {
    return Texts.text("registry.trouble", e.host(), failure(e.kind(), e.words()));
  }

  private static String failure(RegistryException.Kind kind, String words) {
    return Texts.text("registry." + word(kind), PlainText.line(words));
  }

  private static String word(RegistryException.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is to be said of the packages of an image that came; empty when all is well. */
  public static String of(KeyVerdict verdict) {
    return verdict == KeyVerdict.PROVEN
        ? ""
        : Texts.text("transfer.key." + verdict.name().toLowerCase(Locale.ROOT));
  }
}
