package io.github.sandboxcache.bench.ledger;

import io.github.sandboxcache.bench.ledger.MadeUpUse.Image;
import io.github.sandboxcache.domain.usage.FactKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;

/** A log of the sandbox server as it is found: JSON-RPC and other components between the facts. */
final class MadeUpLog {
  /** One line in eight tells a fact. */
  static final int LINES_PER_FACT = 8;

  private final MadeUpUse use = new MadeUpUse();

  /** Writes so many lines. */
  void write(Path file, int lines, Instant now) throws IOException {
    long first = now.minus(MadeUpUse.PAST).toEpochMilli();
    long step = MadeUpUse.PAST.toMillis() / lines;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < lines; i++) {
        out.write(line(i, first + i * step));
        out.write('\n');
      }
    }
  }

  private String line(int number, long time) {
    return switch (number % LINES_PER_FACT) {
      case 0 -> fact(time);
      case 1, 5 ->
          """
          {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"execute_code",\
          "arguments":{"language":"python","code":"import sys\\nprint(sys.version, %d)\\n",\
          "packages":["package-1","package-2"],"timeout":30}}}\
          """
              .formatted(number, time);
      case 2, 6 ->
          """
          {"jsonrpc":"2.0","id":%d,"result":{"content":[{"type":"text","text":"exit code 0, \
          took %d ms, nothing on standard error"}],"isError":false}}\
          """
              .formatted(number, time % 1000);
      default ->
          """
          {"level":30,"time":%d,"pid":4711,"hostname":"devbox","component":"ContainerPool",\
          "containerId":"%012x","language":"python","msg":"Container taken from the pool"}\
          """
              .formatted(time, time * 31);
    };
  }

  private String fact(long time) {
    Image image = use.nextImage();
    String packages = image.packages().stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    String common =
        """
        {"level":30,"time":%d,"pid":4711,"hostname":"devbox","component":"PackageCache",\
        "language":"%s","packages":%s\
        """
            .formatted(time, image.reference().language(), packages);
    String name = ",\"imageName\":\"" + image.reference() + "\"";
    FactKind kind = use.nextKind();
    return common
        + switch (kind) {
          case MISS -> ",\"msg\":\"Package cache miss - installing packages\"}";
          case INSTALLED ->
              name
                  + ",\"duration\":"
                  + use.nextDurationMs()
                  + ",\"msg\":\"Packages installed and cached\"}";
          case FAILED -> ",\"error\":\"exit code 1\",\"msg\":\"Package installation failed\"}";
          case HIT, USED, REMOVED, UNSAVED ->
              name + ",\"msg\":\"Package cache hit - skipping installation\"}";
        };
  }
}
