package io.github.sandboxcache.ui.connect;

import java.util.List;
import java.util.stream.Collectors;

/** How a client of the sandbox server is told to start it through {@code wrap}. */
enum WrapClient {
  /** By a command of its own. */
  CLAUDE_CODE {
    @Override
    List<Piece> pieces(String server) {
      return List.of(
          new Piece("claude mcp add sandbox -- ", false),
          new Piece("sandbox-cache wrap --", true),
          new Piece(" node " + server, false));
    }
  },
  /** By two entries in a file, as most clients have it. */
  JSON {
    @Override
    List<Piece> pieces(String server) {
      return List.of(
          new Piece("\"command\": ", false),
          new Piece("\"sandbox-cache\"", true),
          new Piece(",\n\"args\": [", false),
          new Piece("\"wrap\", \"--\"", true),
          new Piece(", \"node\", \"" + server + "\"]", false));
    }
  };

  /**
   * A part of what is to be copied.
   *
   * @param added whether it is what makes the difference to a server that is not wrapped
   */
  record Piece(String text, boolean added) {}

  /**
   * What is to be copied, in pieces.
   *
   * @param server stands for the path of the server's program
   */
  abstract List<Piece> pieces(String server);

  /** The same as one text. */
  String text(String server) {
    return pieces(server).stream().map(Piece::text).collect(Collectors.joining());
  }
}
