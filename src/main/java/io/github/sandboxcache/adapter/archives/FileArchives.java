package io.github.sandboxcache.adapter.archives;

import com.github.luben.zstd.ZstdInputStream;
import io.github.sandboxcache.adapter.files.JsonFile;
import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveLimits;
import io.github.sandboxcache.domain.archives.ArchiveSubject;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.archives.ArchiveTrouble.Kind;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives in a directory, each a directory of its own with the packed image and a sidecar. It is
 * made under another name, so that none is ever there by half.
 */
public final class FileArchives implements ImageArchives {
  private static final String PACKED = "image.tar.zst";
  private static final String SIDECAR = "archive.json";
  private static final String PART = "part-";
  private static final int BUFFER = 1 << 16;
  private static final Duration TIME_TO_MOVE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(FileArchives.class);

  private final Path directory;
  private final Clock clock;
  private final LongSupplier freeBytes;

  /** In that directory, which need not be there yet. */
  public FileArchives(Path directory, Clock clock) {
    this(directory, clock, () -> directory.toFile().getUsableSpace());
  }

  /** The same, with a disk on which that many bytes are free. */
  FileArchives(Path directory, Clock clock, LongSupplier freeBytes) {
    this.directory = directory;
    this.clock = clock;
    this.freeBytes = freeBytes;
  }

  @Override
  public List<ArchivedImage> list() {
    List<ArchivedImage> archives = new ArrayList<>();
    try {
      for (Path place : places()) {
        if (!isPart(place)) {
          legible(place).ifPresent(archives::add);
        }
      }
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
    archives.sort(Comparator.comparing(ArchivedImage::keptAt).reversed());
    return List.copyOf(archives);
  }

  private List<Path> places() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private static boolean isPart(Path place) {
    return place.getFileName().toString().startsWith(PART);
  }

  /** What cannot be read counts as none, and is deleted when its time has come. */
  private static Optional<ArchivedImage> legible(Path place) {
    try {
      Optional<Sidecar> sidecar = sidecar(place).load();
      return sidecar.isPresent() ? Optional.of(sidecar.get().toArchive()) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} is no legible archive", place, e);
      return Optional.empty();
    }
  }

  private static JsonFile<Sidecar> sidecar(Path place) {
    return JsonFile.of(place.resolve(SIDECAR), Sidecar.class);
  }

  @Override
  public ArchivedImage keep(
      ArchiveSubject subject, InputStream exported, ArchiveLimits limits, Cancellation cancellation)
      throws IOException {
    Path part = newPart();
    try {
      ArchivedImage archive = write(subject, exported, limits, cancellation, part);
      cancellation.throwIfCancelled();
      replace(archive, part, limits);
      return archive;
    } catch (LinkageError e) {
      // zstd unpacks its library into the directory for temporary files, which may forbid programs.
      throw new ArchiveException(new ArchiveTrouble(Kind.DISK, e.toString()), e);
    } finally {
      deleteAll(part);
    }
  }

  private Path newPart() {
    try {
      Files.createDirectories(directory);
      return Files.createTempDirectory(directory, PART);
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  private ArchivedImage write(
      ArchiveSubject subject,
      InputStream exported,
      ArchiveLimits limits,
      Cancellation cancellation,
      Path part)
      throws IOException {
    // As long as it is open, it is locked, so that nobody takes it for one of a dead process.
    try (FileChannel channel = open(part)) {
      GuardedFile file = new GuardedFile(channel, limits.bytes(), freeBytes);
      PackedTar.write(exported, subject.leftOut(), file, cancellation);
      ArchivedImage archive = new ArchivedImage(subject, file.checkedSize(), clock.instant());
      finish(archive, channel, part);
      return archive;
    }
  }

  private static FileChannel open(Path part) {
    try {
      FileChannel channel =
          FileChannel.open(
              part.resolve(PACKED),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      var _ = channel.lock();
      return channel;
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  private static void finish(ArchivedImage archive, FileChannel channel, Path part) {
    try {
      channel.force(true);
      channel.position(0);
      sidecar(part).save(Sidecar.of(archive, LayerDigest.ofAll(Channels.newInputStream(channel))));
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  private void replace(ArchivedImage archive, Path part, ArchiveLimits limits) {
    Path place = place(archive.subject());
    List<ArchivedImage> others =
        list().stream().filter(other -> !place(other.subject()).equals(place)).toList();
    limits.surplus(others, archive.bytes(), clock.instant()).forEach(this::delete);
    try {
      deleteAll(place);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  /** The same image of two engines is two archives. */
  private Path place(ArchiveSubject subject) {
    byte[] name = (subject.engine() + "\n" + subject.imageId()).getBytes(StandardCharsets.UTF_8);
    return directory.resolve(HexFormat.of().formatHex(LayerDigest.sha256().digest(name)));
  }

  @Override
  public void renew(ArchivedImage archive, List<String> names) {
    JsonFile<Sidecar> sidecar = sidecar(place(archive.subject()));
    try {
      String sha256 = sidecar.load().map(Sidecar::sha256).orElse("");
      sidecar.save(
          Sidecar.of(
              new ArchivedImage(
                  archive.subject().withNames(names), archive.bytes(), clock.instant()),
              sha256));
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  @Override
  public <T> T read(
      ArchivedImage archive, LongConsumer bytesRead, Cancellation cancellation, Reader<T> reader) {
    Path place = place(archive.subject());
    try (FileChannel file = FileChannel.open(place.resolve(PACKED))) {
      Optional<Sidecar> sidecar = sidecar(place).load();
      InputStream checked = new ToldStream(file, 0, bytesRead, cancellation);
      if (sidecar.isEmpty() || !LayerDigest.ofAll(checked).equals(sidecar.get().sha256())) {
        throw new ArchiveException(ArchiveTrouble.of(Kind.DAMAGED));
      }
      file.position(0);
      try (InputStream packed = new ToldStream(file, archive.bytes(), bytesRead, cancellation);
          InputStream image = new ZstdInputStream(new BufferedInputStream(packed, BUFFER))) {
        return reader.read(image);
      }
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  @Override
  public void delete(ArchivedImage archive) {
    deleteAll(place(archive.subject()));
  }

  @Override
  public void tidy(ArchiveLimits limits) {
    limits.surplus(list(), 0, clock.instant()).forEach(this::delete);
    try {
      for (Path place : places()) {
        if (isPart(place) ? isOfDead(place) : isIllegible(place, limits)) {
          deleteAll(place);
        }
      }
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  /** It is locked for as long as it is written, and moved a moment later. */
  private boolean isOfDead(Path part) throws IOException {
    if (isYoungerThan(TIME_TO_MOVE, part)) {
      return false;
    }
    try (FileChannel file = FileChannel.open(part.resolve(PACKED), StandardOpenOption.WRITE)) {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    } catch (NoSuchFileException _) {
      return true;
    }
  }

  private boolean isIllegible(Path place, ArchiveLimits limits) throws IOException {
    return legible(place).isEmpty() && !isYoungerThan(limits.age(), place);
  }

  private boolean isYoungerThan(Duration age, Path place) throws IOException {
    return Files.getLastModifiedTime(place).toInstant().plus(age).isAfter(clock.instant());
  }

  /** Without its sidecar it is none any more, should the process end here. */
  private static void deleteAll(Path place) {
    try {
      Files.deleteIfExists(place.resolve(SIDECAR));
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          for (Path file : files.toList()) {
            Files.deleteIfExists(file);
          }
        }
        Files.deleteIfExists(place);
      }
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  /** Tells how far it is. */
  private static final class ToldStream extends FilterInputStream {
    private final LongConsumer bytesRead;
    private final Cancellation cancellation;
    private long total;

    ToldStream(FileChannel file, long before, LongConsumer bytesRead, Cancellation cancellation) {
      super(Channels.newInputStream(file));
      this.total = before;
      this.bytesRead = bytesRead;
      this.cancellation = cancellation;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      cancellation.throwIfCancelled();
      int read = super.read(bytes, from, length);
      total += Math.max(0, read);
      bytesRead.accept(total);
      return read;
    }
  }
}
