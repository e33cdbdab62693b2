package io.github.sandboxcache.adapter.docker;

import java.io.File;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an engine's answer to {@code /info}: where it keeps its data.
 *
 * @param dockerRootDir the directory; on the engine's machine, which may be another one
 * @param kernelVersion of the engine's machine
 */
record EngineDisk(@Nullable String dockerRootDir, @Nullable String kernelVersion) {
  /**
   * The bytes that are free there; empty where that is not this machine. An engine in a virtual
   * machine, as Docker Desktop's, has a kernel of its own.
   *
   * @param endpoint where the engine is reached
   * @param ownKernel the version of this machine's kernel
   */
  OptionalLong freeBytes(String endpoint, String ownKernel) {
    if (dockerRootDir == null
        || !endpoint.startsWith("unix:")
        || !ownKernel.equals(kernelVersion)) {
      return OptionalLong.empty();
    }
    // Not Files.getFileStore: without a table of mounts it fails.
    File directory = new File(dockerRootDir);
    return directory.isAbsolute() && directory.getTotalSpace() > 0
        ? OptionalLong.of(directory.getUsableSpace())
        : OptionalLong.empty();
  }
}
