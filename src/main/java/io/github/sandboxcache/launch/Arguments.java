package io.github.sandboxcache.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The process's arguments as they were typed. In the POSIX locale Java reads them as ASCII and
 * loses everything else, which would give packages another cache key; Linux still knows the bytes.
 */
final class Arguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Arguments() {}

  /** The arguments, read as UTF-8 where Java could not read them. */
  static List<String> restored(List<String> arguments) {
    boolean ascii = "ANSI_X3.4-1968".equals(System.getProperty("sun.jnu.encoding"));
    if (!ascii || arguments.isEmpty() || !Files.isReadable(COMMAND_LINE)) {
      return arguments;
    }
    try {
      return restored(arguments, Files.readAllBytes(COMMAND_LINE));
    } catch (IOException _) {
      // Java's own reading is still right for all of ASCII.
      return arguments;
    }
  }

  /**
   * The arguments, read from a command line of which they are the end.
   *
   * @param commandLine the program and all its arguments, each ended by a zero byte
   */
  static List<String> restored(List<String> arguments, byte[] commandLine) {
    List<String> all = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < commandLine.length; i++) {
      if (commandLine[i] == 0) {
        all.add(utf8(ByteBuffer.wrap(commandLine, start, i - start)));
        start = i + 1;
      }
    }
    return all.size() < arguments.size()
        ? arguments
        : List.copyOf(all.subList(all.size() - arguments.size(), all.size()));
  }

  private static String utf8(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException _) {
      // Not UTF-8: then each wrong byte is one replacement character, as everywhere in Java.
      return StandardCharsets.UTF_8.decode(bytes).toString();
    }
  }
}
