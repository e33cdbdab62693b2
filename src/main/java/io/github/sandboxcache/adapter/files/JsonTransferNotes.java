package io.github.sandboxcache.adapter.files;

import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferNotes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
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

  private static final int MAX_SEEN = 20_000;

  private static final BinaryOperator<Instant> LATER =
      BinaryOperator.maxBy(Comparator.naturalOrder());

  private final JsonFile<Content> file;
  private volatile Optional<Read> lastRead = Optional.empty();

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

  /** How an image that a registry was seen to have stands in the file. */
  record Sight(@Nullable String name, @Nullable String at) {}

  /** What was read of the file as it was then. */
  private record Read(
      FileTime modified,
      long bytes,
      Optional<Object> key,
      List<Pulled> pulled,
      Map<RemoteReference, Instant> seen) {
    Read(BasicFileAttributes file, Content content) {
      this(
          file.lastModifiedTime(),
          file.size(),
          Optional.ofNullable(file.fileKey()),
          content.latestFirst(),
          content.lastSights());
    }

    boolean isOf(BasicFileAttributes file) {
      return modified.equals(file.lastModifiedTime())
          && bytes == file.size()
          && key.equals(Optional.ofNullable(file.fileKey()));
    }
  }

  /** What stands in the file. */
  record Content(
      @Nullable List<Underway> underway,
      @Nullable List<Origin> pulled,
      @Nullable List<Sight> seen) {
    static final Content EMPTY = new Content(List.of(), List.of(), List.of());

    List<Passing> passing() {
      return underway == null ? List.of() : underway.stream().flatMap(Underway::legible).toList();
    }

    List<Pulled> origins() {
      return pulled == null ? List.of() : pulled.stream().flatMap(Origin::legible).toList();
    }

    List<Pulled> latestFirst() {
      return origins().stream().sorted(Comparator.comparing(Pulled::at).reversed()).toList();
    }

    List<Sight> sights() {
      return seen == null ? List.of() : seen;
    }

    Map<RemoteReference, Instant> lastSights() {
      Map<RemoteReference, Instant> all = new HashMap<>();
      for (Sight each : sights()) {
        time(each.at())
            .ifPresent(
                at -> reference(each.name()).ifPresent(image -> all.merge(image, at, LATER)));
      }
      return Collections.unmodifiableMap(all);
    }

    Content with(List<Passing> names) {
      return new Content(names.stream().map(Underway::of).toList(), pulled, seen);
    }

    Content withFirst(Pulled image) {
      return new Content(
          underway,
          Stream.concat(Stream.of(image), origins().stream())
              .limit(MAX_PULLED)
              .map(Origin::of)
              .toList(),
          seen);
    }

    /** With that one first, or without it. */
    Content seeing(RemoteReference image, Optional<Instant> at) {
      String name = image.toString();
      return new Content(
          underway,
          pulled,
          Stream.concat(
                  at.map(time -> new Sight(name, time.toString())).stream(),
                  sights().stream().filter(each -> !name.equals(each.name())))
              .limit(MAX_SEEN)
              .toList());
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
          return content.with(all);
        });
  }

  @Override
  public void end(Passing name) {
    boolean _ =
        change(
            content ->
                content.with(
                    content.passing().stream().filter(each -> !each.isSame(name)).toList()));
  }

  @Override
  public List<Passing> underway() {
    return read().passing();
  }

  @Override
  public void pulled(Pulled image) {
    boolean _ =
        change(
            content -> content.withFirst(image).seeing(image.reference(), Optional.of(image.at())));
  }

  @Override
  public List<Pulled> allPulled() {
    return readIfChanged().map(Read::pulled).orElseGet(() -> read().latestFirst());
  }

  @Override
  public void seen(RemoteReference image, Instant at) {
    boolean _ = change(content -> content.seeing(image, Optional.of(at)));
  }

  @Override
  public void gone(RemoteReference image) {
    boolean _ = change(content -> content.seeing(image, Optional.empty()));
  }

  @Override
  public Map<RemoteReference, Instant> allSeen() {
    return readIfChanged().map(Read::seen).orElseGet(() -> read().lastSights());
  }

  /** The window asks whenever something changes, and mostly that is not this file. */
  private Optional<Read> readIfChanged() {
    try {
      BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
      if (lastRead.filter(last -> last.isOf(now)).isEmpty()) {
        lastRead = Optional.of(new Read(now, read()));
      }
      return lastRead;
    } catch (IOException _) {
      // It is mostly not there; if not, reading it says why.
      return Optional.empty();
    }
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
