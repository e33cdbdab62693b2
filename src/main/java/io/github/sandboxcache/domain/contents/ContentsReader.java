package io.github.sandboxcache.domain.contents;

import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Reads what is inside an image from the archive that an engine saves of it. Thread-safe. */
public interface ContentsReader {
  /**
   * Reads the archive once, from its beginning to its end, in bounded memory. What is not legible
   * in the image is among the problems of the result.
   *
   * @param archive as engines save an image; closed by the caller, also to end a read that waits
   * @param stack the image's layers
   * @param bytesRead hears how many bytes of the archive were read so far, now and then
   * @throws IOException when the archive cannot be read, or is none
   * @throws java.util.concurrent.CancellationException when it is cancelled
   */
  ImageContents read(
      InputStream archive, LayerStack stack, LongConsumer bytesRead, Cancellation cancellation)
      throws IOException;
}
