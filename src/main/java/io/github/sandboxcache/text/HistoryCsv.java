package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationImage;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.OperationWord;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.ReasonWord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The history as a table for programs: a line for each image of each operation, with what the
 * document of {@code history} tells of both. An operation without images has one line. What is not
 * known is empty; times are ISO 8601 in UTC, sizes are bytes.
 */
public final class HistoryCsv {
  private static final List<String> HEAD =
      List.of(
          "id",
          "kind",
          "origin",
          "engine",
          "pid",
          "startedAt",
          "endedAt",
          "state",
          "announcedBytes",
          "freedBytes",
          "measuredBytes",
          "failure",
          "name",
          "imageId",
          "packages",
          "bytes",
          "imageState",
          "reason",
          "explanation",
          "registry");
  private static final List<String> NO_IMAGE = List.of("", "", "", "", "", "", "");

  private HistoryCsv() {}

  /** Writes these operations in their order. */
  public static String of(List<Operation> operations) {
    StringBuilder csv = new StringBuilder(Csv.line(HEAD));
    for (Operation operation : operations) {
      List<String> about = about(operation);
      if (operation.images().isEmpty()) {
        csv.append(line(about, NO_IMAGE, operation));
      }
      for (OperationImage image : operation.images()) {
        csv.append(line(about, about(image, operation), operation));
      }
    }
    return csv.toString();
  }

  private static String line(List<String> about, List<String> image, Operation operation) {
    String registry = operation.plan().registry().map(RegistryAddress::toString).orElse("");
    return Csv.line(Stream.of(about, image, List.of(registry)).flatMap(List::stream).toList());
  }

  private static List<String> about(Operation operation) {
    OperationPlan plan = operation.plan();
    Optional<Ending> ending = operation.ending();
    return List.of(
        String.valueOf(operation.id()),
        OperationWord.of(plan.kind()),
        OperationWord.of(plan.origin()),
        plan.engine(),
        String.valueOf(plan.process().pid()),
        time(plan.begun()),
        ending.map(Ending::time).map(HistoryCsv::time).orElse(""),
        OperationWord.state(operation),
        number(plan.announcedBytes()),
        number(ending.map(Ending::freedBytes).orElseGet(OptionalLong::empty)),
        number(ending.map(Ending::measuredBytes).orElseGet(OptionalLong::empty)),
        ending.flatMap(Ending::failure).orElse(""));
  }

  private static List<String> about(OperationImage image, Operation operation) {
    return List.of(
        image.name(),
        image.imageId().orElse(""),
        image.packages().map(names -> String.join(" ", names)).orElse(""),
        number(image.bytes()),
        OperationWord.state(image, operation),
        image.state() instanceof ImageState.Kept(KeepReason reason) ? ReasonWord.of(reason) : "",
        HistoryText.state(image, operation));
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
  }
}
