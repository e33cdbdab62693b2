package io.github.sandboxcache.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process's arguments as they were typed. In the POSIX locale Java reads them as ASCII and
 * loses everything else, which would give packages another cache key; Linux still knows the bytes.
 */
final class Arguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  /** The verbs that do not connect, or decide themselves where to. */
  static final Set<String> UNCONNECTED_VERBS =
      Set.of("key", "pin", "unpin", "pins", "wrap", "mcp", "engines", "doctor");

  private Arguments() {}

  /**
   * The verb among arguments that nobody has parsed yet: the first that is one. What follows may be
   * called as another, such as a package.
   */
  static Optional<String> verb(List<String> arguments) {
    return arguments.stream()
        .filter(each -> EarlyConnection.VERBS.contains(each) || UNCONNECTED_VERBS.contains(each))
        .findFirst();
  }

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
