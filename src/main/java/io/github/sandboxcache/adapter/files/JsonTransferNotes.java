package io.github.sandboxcache.adapter.files;

import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferNotes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes about transfers in one JSON file, replaced as a whole. Thread-safe. */
public final class JsonTransferNotes implements TransferNotes {
  private static final Logger LOG = LoggerFactory.getLogger(JsonTransferNotes.class);

  /** Of images that came long ago most are gone. */
  private static final int MAX_PULLED = 5000;

  private final JsonFile<Content> file;

  /** In that file, which need not be there yet. */
  public JsonTransferNotes(Path file) {
    this.file = JsonFile.of(file, Content.class);
  }

  /** How a name that an image bears for a while stands in the file. */
  record Underway(@Nullable String engine, @Nullable String name, @Nullable String since) {
    static Underway of(Passing passing) {
      return new Underway(
          passing.endpoint(), passing.reference().toString(), passing.since().toString());
    }

    Stream<Passing> legible() {
      return reference(name)
          .map(known -> new Passing(text(engine), known, time(since).orElse(Instant.EPOCH)))
          .stream();
    }
  }

  /** How an image that came from a registry stands in the file. */
  record Origin(
      @Nullable String engine,
      @Nullable String imageId,
      @Nullable String name,
      @Nullable String digest,
      @Nullable String at) {
    static Origin of(Pulled pulled) {
      return new Origin(
          pulled.endpoint(),
          pulled.imageId(),
          pulled.reference().toString(),
          pulled.digest(),
          pulled.at().toString());
    }

    Stream<Pulled> legible() {
      return time(at)
          .flatMap(
              time ->
                  reference(name)
                      .map(
                          known ->
                              new Pulled(text(engine), text(imageId), known, text(digest), time)))
          .stream();
    }
  }

  /** What stands in the file. */
  record Content(@Nullable List<Underway> underway, @Nullable List<Origin> pulled) {
    static final Content EMPTY = new Content(List.of(), List.of());

    List<Passing> passing() {
      return underway == null ? List.of() : underway.stream().flatMap(Underway::legible).toList();
    }

    List<Pulled> origins() {
      return pulled == null ? List.of() : pulled.stream().flatMap(Origin::legible).toList();
    }

    static Content of(List<Passing> passing, List<Pulled> origins) {
      return new Content(
          passing.stream().map(Underway::of).toList(), origins.stream().map(Origin::of).toList());
    }
  }

  private static Optional<Instant> time(@Nullable String written) {
    try {
      return Optional.of(Instant.parse(text(written)));
    } catch (DateTimeException _) {
      // Somebody wrote it; it tells nothing.
      return Optional.empty();
    }
  }

  private static Optional<RemoteReference> reference(@Nullable String name) {
    return RemoteReference.parse(text(name));
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written;
  }

  @Override
  public boolean begin(Passing name) {
    return change(
        content -> {
          List<Passing> all = new ArrayList<>(content.passing());
          all.removeIf(name::isSame);
          all.add(name);
          return Content.of(all, content.origins());
        });
  }

  @Override
  public void end(Passing name) {
    boolean _ =
        change(
            content ->
                Content.of(
                    content.passing().stream().filter(each -> !each.isSame(name)).toList(),
                    content.origins()));
  }

  @Override
  public List<Passing> underway() {
    return read().passing();
  }

  @Override
  public void pulled(Pulled image) {
    boolean _ =
        change(
            content ->
                Content.of(
                    content.passing(),
                    Stream.concat(Stream.of(image), content.origins().stream())
                        .limit(MAX_PULLED)
                        .toList()));
  }

  @Override
  public List<Pulled> allPulled() {
    return read().origins().stream().sorted(Comparator.comparing(Pulled::at).reversed()).toList();
  }

  private Content read() {
    try {
      return file.load().orElse(Content.EMPTY);
    } catch (IOException e) {
      LOG.warn("the notes about transfers are not legible", e);
      return Content.EMPTY;
    }
  }

  private boolean change(UnaryOperator<Content> change) {
    try (FileChannel _ = file.lock()) {
      Content before = read();
      Content after = change.apply(before);
      if (!after.equals(before)) {
        file.replace(after);
      }
      return true;
    } catch (IOException e) {
      LOG.warn("the notes about transfers cannot be written", e);
      return false;
    }
  }
}
