package io.github.sandboxcache.adapter.archives;

import com.github.luben.zstd.ZstdOutputStream;
import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.archives.ArchiveTrouble.Kind;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Packs an image as engines save it, with some of its layers emptied. Which file is which layer is
 * told by engines only at the end, and by each in a way of its own; so a layer is known by its
 * digest: by that in its name where it is one of those to be emptied, else by reading it. What
 * turns out to be one was written in vain and is taken back. A file that is empty, rather than
 * missing, is what Podman takes for a layer that it has.
 */
final class PackedTar {
  /** Of one image with the 127 layers that engines allow there are some hundreds. */
  private static final int MAX_ENTRIES = 10_000;

  /** Twice as fast as higher ones, which bring a few percent. */
  private static final int LEVEL = 3;

  private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

  private final GuardedFile file;
  private final ZstdOutputStream zstd;
  private final TarArchiveOutputStream out;
  private final Set<String> emptied;

  private PackedTar(GuardedFile file, Set<String> emptied) throws IOException {
    this.file = file;
    this.emptied = emptied;
    // With each file a frame of its own, one can be taken back; unpacked they are one stream.
    this.zstd = new ZstdOutputStream(file.stream(), LEVEL).setCloseFrameOnFlush(true);
    this.out = new TarArchiveOutputStream(zstd);
    out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  /**
   * Packs it.
   *
   * @param emptied diff ids of the layers that are emptied
   * @throws IOException when reading fails
   * @throws ArchiveException when writing fails, or it is no archive of an image
   */
  static void write(
      InputStream exported, Set<String> emptied, GuardedFile file, Cancellation cancellation)
      throws IOException {
    PackedTar tar = new PackedTar(file, emptied);
    // Closing it also ends the native part; the file stays open.
    try (var _ = tar.zstd) {
      tar.copy(new TarArchiveInputStream(exported), cancellation);
      tar.out.finish();
      tar.zstd.flush();
    }
  }

  private void copy(TarArchiveInputStream in, Cancellation cancellation) throws IOException {
    boolean hasManifest = false;
    int entries = 0;
    for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      cancellation.throwIfCancelled();
      if (++entries > MAX_ENTRIES || entry.isSparse()) {
        throw illegible("no archive of an image");
      }
      hasManifest |= entry.getName().equals("manifest.json");
      copy(entry, in);
      long _ = file.checkedSize();
    }
    if (!hasManifest) {
      throw illegible("no manifest");
    }
    // What follows the end mark must not be left in the connection.
    exhaust(in);
  }

  private static void exhaust(InputStream in) throws IOException {
    long _ = in.transferTo(OutputStream.nullOutputStream());
  }

  private void copy(TarArchiveEntry entry, InputStream content) throws IOException {
    if (!entry.isFile() || emptied.isEmpty()) {
      out.putArchiveEntry(entry);
      long _ = content.transferTo(out);
      out.closeArchiveEntry();
    } else if (isNamedAsOne(entry)) {
      exhaust(content);
      empty(entry);
    } else {
      zstd.flush();
      long before = file.position();
      out.putArchiveEntry(entry);
      String digest = LayerDigest.copy(content, out);
      out.closeArchiveEntry();
      zstd.flush();
      if (emptied.contains(digest)) {
        file.cut(before);
        empty(entry);
      }
    }
  }

  private void empty(TarArchiveEntry entry) throws IOException {
    entry.setSize(0);
    out.putArchiveEntry(entry);
    out.closeArchiveEntry();
  }

  private boolean isNamedAsOne(TarArchiveEntry entry) {
    Matcher digest = DIGEST.matcher(entry.getName());
    return digest.find() && emptied.contains("sha256:" + digest.group());
  }

  private static ArchiveException illegible(String how) {
    return new ArchiveException(new ArchiveTrouble(Kind.ILLEGIBLE, how));
  }
}
