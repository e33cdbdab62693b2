package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Free space is told only where the engine's disk is one of this machine. */
class EngineDiskTest {
  private static final String SOCKET = "unix:///var/run/docker.sock";
  private static final String KERNEL = "6.1.0-21-amd64";

  @TempDir private Path directory = Path.of("");

  @Test
  void ofALocalEngineItIsKnown() {
    EngineDisk disk = new EngineDisk(directory.toString(), KERNEL);
    assertThat(disk.freeBytes(SOCKET, KERNEL)).isPresent();
  }

  /** Docker Desktop listens on a local socket, but its disk is in a virtual machine. */
  @Test
  void elsewhereItIsUnknown() {
    EngineDisk disk = new EngineDisk(directory.toString(), KERNEL);
    assertThat(disk.freeBytes(SOCKET, "6.10.14-linuxkit")).isEmpty();
    assertThat(disk.freeBytes("tcp://localhost:2375", KERNEL)).isEmpty();
    assertThat(new EngineDisk("/no/such/directory", KERNEL).freeBytes(SOCKET, KERNEL)).isEmpty();
    assertThat(new EngineDisk("\0", KERNEL).freeBytes(SOCKET, KERNEL)).isEmpty();
    assertThat(new EngineDisk(null, null).freeBytes(SOCKET, KERNEL)).isEmpty();
  }
}
