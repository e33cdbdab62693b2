package io.github.sandboxcache.adapter.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveLimits;
import io.github.sandboxcache.domain.archives.ArchiveSubject;
import io.github.sandboxcache.domain.archives.ArchiveTrouble.Kind;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive is there in full or not at all, within its limits, and checked before it is used. */
class FileArchivesTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final ArchiveLimits WIDE = new ArchiveLimits(Duration.ofDays(14), 1L << 40);
  private static final byte[] BASE = bytes(300_000, 1);
  private static final byte[] OWN = bytes(5_000, 2);

  @TempDir private Path directory;

  private FileArchives archives() {
    return at(NOW);
  }

  private FileArchives at(Instant time) {
    return new FileArchives(directory, Clock.fixed(time, ZoneOffset.UTC), () -> Long.MAX_VALUE);
  }

  private static byte[] bytes(int size, int seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String diffId(byte[] layer) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(layer);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ArchiveSubject subject(int number) {
    return new ArchiveSubject(
        "unix:///engine",
        "sha256:" + number,
        List.of("mcp-sandbox-python:" + number),
        List.of(diffId(BASE), diffId(OWN)),
        1,
        Optional.of("sha256:base"));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] tar(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The layers in files of those names, as an engine of one kind or another saves them. */
  private static byte[] saved(String baseName, byte[] base, String ownName, byte[] own) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(baseName, base);
    files.put(ownName, own);
    files.put("manifest.json", new byte[] {'[', ']'});
    return tar(files);
  }

  private static byte[] saved() {
    return saved("1/layer.tar", BASE, "2/layer.tar", OWN);
  }

  private static ArchivedImage keep(FileArchives archives, int number) throws IOException {
    return keep(archives, number, saved(), WIDE);
  }

  private static ArchivedImage keep(
      FileArchives archives, int number, byte[] exported, ArchiveLimits limits) throws IOException {
    return archives.keep(
        subject(number), new ByteArrayInputStream(exported), limits, new Cancellation());
  }

  private static Map<String, byte[]> contents(FileArchives archives, ArchivedImage archive) {
    return archives.read(archive, _ -> {}, new Cancellation(), FileArchivesTest::files);
  }

  private static Map<String, byte[]> files(InputStream archive) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      TarArchiveInputStream tar = new TarArchiveInputStream(archive);
      for (TarArchiveEntry each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
        files.put(each.getName(), tar.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private List<Path> places() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }

  private Path packed() throws IOException {
    return places().getFirst().resolve("image.tar.zst");
  }

  private static Kind kind(Runnable work) {
    try {
      work.run();
    } catch (ArchiveException e) {
      return e.trouble().kind();
    }
    throw new AssertionError("that should not have worked");
  }

  @Test
  void theLayersOfTheBaseAreEmptiedWhateverTheirFilesAreCalled() throws IOException {
    ArchivedImage archive = keep(archives(), 1);
    Map<String, byte[]> files = contents(archives(), archive);
    assertThat(files.keySet()).containsExactly("1/layer.tar", "2/layer.tar", "manifest.json");
    assertThat(files.get("1/layer.tar")).isEmpty();
    assertThat(files.get("2/layer.tar")).isEqualTo(OWN);
    assertThat(archive.bytes()).isLessThan(OWN.length + 1_000);
  }

  @Test
  void packedLayersAreKnownByWhatIsInThem() throws IOException {
    byte[] exported = saved("blobs/sha256/b", gzip(BASE), "blobs/sha256/a", gzip(OWN));
    Map<String, byte[]> files = contents(archives(), keep(archives(), 1, exported, WIDE));
    assertThat(files.get("blobs/sha256/b")).isEmpty();
    assertThat(files.get("blobs/sha256/a")).isEqualTo(gzip(OWN));
  }

  @Test
  void whatOnlyLooksPackedStaysAsItIs() throws IOException {
    byte[] broken = gzip(OWN);
    broken[broken.length / 2] ^= 1;
    byte[] exported = saved("b", BASE, "a", broken);
    assertThat(contents(archives(), keep(archives(), 1, exported, WIDE)).get("a"))
        .isEqualTo(broken);
  }

  @Test
  void itIsListedWithAllThatIsKnownOfIt() throws IOException {
    ArchivedImage older = keep(at(NOW.minusSeconds(60)), 1);
    ArchivedImage newer = keep(archives(), 2);
    assertThat(archives().list()).containsExactly(newer, older);
    assertThat(newer.subject()).isEqualTo(subject(2));
    assertThat(newer.keptAt()).isEqualTo(NOW);
    assertThat(Files.size(packed())).isEqualTo(newer.bytes());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.9, 1})
  void aDamagedArchiveIsToldAndNothingOfItHandedOver(double place) throws IOException {
    ArchivedImage archive = keep(archives(), 1);
    byte[] content = Files.readAllBytes(packed());
    content[(int) ((content.length - 1) * place)] ^= 1;
    Files.write(packed(), content);
    assertThat(kind(() -> contents(archives(), archive))).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void aTruncatedArchiveIsToldAndNothingOfItHandedOver() throws IOException {
    ArchivedImage archive = keep(archives(), 1);
    try (FileChannel file = FileChannel.open(packed(), StandardOpenOption.WRITE)) {
      file.truncate(archive.bytes() / 2);
    }
    assertThat(kind(() -> contents(archives(), archive))).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void whatEndsEarlyLeavesNothing() {
    byte[] exported = saved();
    for (int length : new int[] {0, 100, 200_000, exported.length - 2_000}) {
      byte[] part = new byte[length];
      System.arraycopy(exported, 0, part, 0, length);
      assertThatThrownBy(() -> keep(archives(), 1, part, WIDE))
          .as("%d bytes", length)
          .isInstanceOfAny(IOException.class, ArchiveException.class);
      assertThat(archives().list()).isEmpty();
      assertThat(directory).isEmptyDirectory();
    }
  }

  @Test
  void cancelledItLeavesNothing() {
    Cancellation cancellation = new Cancellation();
    InputStream exported =
        new ByteArrayInputStream(saved()) {
          @Override
          public synchronized int read(byte[] bytes, int from, int length) {
            cancellation.cancel();
            return super.read(bytes, from, length);
          }
        };
    assertThatThrownBy(() -> archives().keep(subject(1), exported, WIDE, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(directory).isEmptyDirectory();
  }

  /** As a killed process leaves it: a part, and an archive whose deletion had begun. */
  @Test
  void whatAKilledProcessLeftCountsForNothingAndIsDeleted() throws IOException {
    ArchivedImage whole = keep(archives(), 1);
    ArchivedImage _ = keep(archives(), 2);
    Path half = places().stream().filter(place -> !isOf(place, whole)).findFirst().orElseThrow();
    Files.delete(half.resolve("archive.json"));
    Path part = Files.createDirectory(directory.resolve("part-1"));
    Files.write(part.resolve("image.tar.zst"), OWN);
    Files.write(part.resolve("archive.json"), new byte[0]);
    assertThat(archives().list()).containsExactly(whole);

    for (Path place : List.of(half, part)) {
      Files.setLastModifiedTime(place, FileTime.from(NOW.minus(Duration.ofDays(20))));
    }
    archives().tidy(WIDE);
    assertThat(places()).hasSize(1);
    assertThat(archives().list()).containsExactly(whole);
  }

  private static boolean isOf(Path place, ArchivedImage archive) {
    try {
      return Files.readString(place.resolve("archive.json")).contains(archive.subject().imageId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsBeingWrittenIsLeftAlone() throws IOException {
    Path part = Files.createDirectory(directory.resolve("part-1"));
    try (FileChannel file =
        FileChannel.open(
            part.resolve("image.tar.zst"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE)) {
      var _ = file.lock();
      Files.setLastModifiedTime(part, FileTime.from(NOW.minus(Duration.ofDays(20))));
      archives().tidy(WIDE);
      assertThat(part).exists();
    }
    archives().tidy(WIDE);
    assertThat(part).doesNotExist();
  }

  @Test
  void theOldestMakeRoomForANewOne() throws IOException {
    long one = keep(at(NOW.minusSeconds(30)), 1).bytes();
    ArchiveLimits limits = new ArchiveLimits(Duration.ofDays(1), 2 * one);
    List<ArchivedImage> newest = new ArrayList<>();
    for (int i = 2; i < 6; i++) {
      newest.add(keep(at(NOW.minusSeconds(30 - i)), i, saved(), limits));
      long all = archives().list().stream().mapToLong(ArchivedImage::bytes).sum();
      assertThat(all).isLessThanOrEqualTo(limits.bytes());
    }
    assertThat(archives().list()).containsExactly(newest.get(3), newest.get(2));
  }

  @Test
  void whatIsLargerThanTheBudgetIsRefusedAndNothingDeletedForIt() throws IOException {
    ArchivedImage earlier = keep(archives(), 1);
    ArchiveLimits limits = new ArchiveLimits(Duration.ofDays(1), earlier.bytes() - 1);
    assertThatThrownBy(() -> keep(archives(), 2, saved(), limits))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            e -> assertThat(e.trouble().kind()).isEqualTo(Kind.OVER_BUDGET));
    assertThat(archives().list()).containsExactly(earlier);
  }

  @Test
  void theDiskIsNotFilled() {
    FileArchives full =
        new FileArchives(directory, Clock.systemUTC(), () -> GuardedFile.MIN_FREE - 1);
    assertThatThrownBy(() -> keep(full, 1))
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.trouble().kind()).isEqualTo(Kind.DISK_LOW));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatIsNoImageIsNotKept() {
    assertThatThrownBy(() -> keep(archives(), 1, tar(Map.of("something", OWN)), WIDE))
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.trouble().kind()).isEqualTo(Kind.ILLEGIBLE));
  }

  @Test
  void aRenewedOneStaysLongerAndCanStillBeRead() throws IOException {
    ArchivedImage archive = keep(at(NOW.minus(Duration.ofDays(13))), 1);
    archives().renew(archive, List.of("mcp-sandbox-python:1", "mcp-sandbox-python:other"));
    at(NOW.plus(Duration.ofDays(5))).tidy(WIDE);
    ArchivedImage renewed = archives().list().getFirst();
    assertThat(renewed.subject().names()).hasSize(2);
    assertThat(contents(archives(), renewed).get("2/layer.tar")).isEqualTo(OWN);
    at(NOW.plus(Duration.ofDays(15))).tidy(WIDE);
    assertThat(archives().list()).isEmpty();
  }

  @Test
  void aSecondOneOfTheSameImageTakesThePlaceOfTheFirst() throws IOException {
    ArchivedImage _ = keep(archives(), 1);
    ArchivedImage second = keep(archives(), 1);
    assertThat(archives().list()).containsExactly(second);
    archives().delete(second);
    archives().delete(second);
    assertThat(archives().list()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }
}
