package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.adapter.contents.TarReader.Entry;
import io.github.sandboxcache.adapter.contents.TarReader.Kind;
import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.ContentsReader;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Reads archives as {@code docker save} writes them, in any of their forms. Layers come in any
 * order, and what says which is which mostly comes after them; so a layer is known by the digest in
 * its file's name where that is one of the image's diff ids, else by hashing it while it is read.
 */
public final class SavedImageReader implements ContentsReader {
  private static final int BUFFER = 1 << 16;

  /** An answer of an engine as large as that would take an hour. */
  private static final long MAX_ARCHIVE = 1L << 40;

  /** Layers that unpack to more than this are not read on; some are made to have no end. */
  private static final long MAX_UNPACKED = 64L << 30;

  private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

  @Override
  public ImageContents read(
      InputStream archive, LayerStack stack, LongConsumer bytesRead, Cancellation cancellation)
      throws IOException {
    InputStream watched = new WatchedStream(archive, cancellation, bytesRead, MAX_ARCHIVE);
    TarReader tar = new TarReader(new BufferedInputStream(watched, BUFFER));
    ContentsAssembly assembly = new ContentsAssembly(stack);
    Optional<Entry> entry = tar.next();
    while (entry.isPresent()) {
      if (entry.get().kind() == Kind.FILE) {
        readFile(entry.get(), tar, assembly, cancellation);
      }
      entry = tar.next();
    }
    if (!tar.endIsMarked()) {
      throw new EOFException("the archive ends early");
    }
    long _ = watched.transferTo(OutputStream.nullOutputStream());
    return assembly.toContents();
  }

  private static void readFile(
      Entry entry, TarReader tar, ContentsAssembly assembly, Cancellation cancellation)
      throws IOException {
    LayerFile file = LayerFile.begin(tar.content());
    Optional<String> told = diffIdIn(entry.path()).filter(assembly::isPartOfImage);
    if (told.isEmpty() && !file.isLayer() && !entry.path().endsWith(".tar")) {
      return;
    }
    try {
      InputStream unpacked =
          new WatchedStream(file.unpacked(), cancellation, _ -> {}, MAX_UNPACKED);
      if (told.isPresent()) {
        readLayer(told.get(), unpacked, assembly);
      } else {
        readUnknownLayer(unpacked, assembly);
      }
    } catch (LayerFile.UnknownPackingException _) {
      assembly.add(ContentsProblem.LAYER_PACKED);
    } catch (WatchedStream.TooLargeException _) {
      assembly.add(ContentsProblem.TOO_LARGE);
    } catch (ZipException | EOFException _) {
      // If it is the archive that ends here, its next entry says so.
      assembly.add(ContentsProblem.LAYER_DAMAGED);
    }
  }

  private static void readLayer(String diffId, InputStream unpacked, ContentsAssembly assembly)
      throws IOException {
    if (!assembly.has(diffId)) {
      assembly.add(diffId, LayerScan.read(unpacked, !assembly.isOwn(diffId)));
    }
  }

  private static void readUnknownLayer(InputStream unpacked, ContentsAssembly assembly)
      throws IOException {
    HashedStream hashed = new HashedStream(unpacked);
    LayerFindings findings = LayerScan.read(hashed, false);
    String diffId = hashed.readToEndForDigest();
    if (assembly.isPartOfImage(diffId) && !assembly.has(diffId)) {
      assembly.add(diffId, findings);
    }
  }

  private static Optional<String> diffIdIn(String path) {
    Matcher digest = DIGEST.matcher(path);
    return digest.find() ? Optional.of("sha256:" + digest.group()) : Optional.empty();
  }
}
