package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.PullProgress;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an engine reports of one push or pull, read as it comes and summed up over the layers. */
final class TransferStream {
  private static final Pattern DIGEST = Pattern.compile("(?i)\\bdigest: (sha256:[0-9a-f]{64})\\b");
  private static final Set<String> MOVING = Set.of("Downloading", "Pushing");
  private static final Set<String> MOVED = Set.of("Download complete", "Pull complete", "Pushed");

  private final Consumer<PullProgress> progress;
  private final Map<String, Layer> layers = new HashMap<>();
  private Optional<String> digest = Optional.empty();

  TransferStream(Consumer<PullProgress> progress) {
    this.progress = progress;
  }

  private record Layer(long doneBytes, long totalBytes) {
    /** An engine that packs while it sends counts more bytes than there are. */
    static Layer of(JsonNode detail) {
      long total = Math.max(0, detail.path("total").asLong());
      long done = Math.max(0, detail.path("current").asLong());
      return new Layer(total == 0 ? done : Math.min(done, total), total);
    }

    Layer complete() {
      return new Layer(totalBytes, totalBytes);
    }
  }

  /**
   * Reads all of it.
   *
   * @return the digest of what was sent, where the engine says it
   * @throws EngineRefusedException when the engine reports an error
   */
  Optional<String> read(InputStream body) throws IOException {
    try (MappingIterator<JsonNode> reports =
        EngineJson.MAPPER.readerFor(JsonNode.class).readValues(body)) {
      while (reports.hasNextValue()) {
        report(reports.nextValue());
      }
    }
    return digest;
  }

  private void report(JsonNode report) {
    if (report.hasNonNull("error")) {
      throw new EngineRefusedException(0, report.path("error").asText());
    }
    String told = report.path("aux").path("Digest").asText();
    // Podman's own requests tell lines of text.
    String status = report.path("status").asText(report.path("stream").asText().strip());
    Matcher digits = DIGEST.matcher(told.isEmpty() ? status : "digest: " + told);
    if (digits.find()) {
      digest = Optional.of(digits.group(1));
    }
    String layer = report.path("id").asText();
    if (MOVING.contains(status)) {
      layers.put(layer, Layer.of(report.path("progressDetail")));
    } else if (MOVED.contains(status)) {
      layers.computeIfPresent(layer, (_, known) -> known.complete());
    }
    if (!status.isEmpty()) {
      progress.accept(
          new PullProgress(
              layer.isEmpty() ? status : layer + ": " + status,
              layers.values().stream().mapToLong(Layer::doneBytes).sum(),
              layers.values().stream().mapToLong(Layer::totalBytes).sum()));
    }
  }
}
