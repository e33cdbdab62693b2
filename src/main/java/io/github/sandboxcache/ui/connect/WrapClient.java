package io.github.sandboxcache.ui.connect;

import io.github.sandboxcache.text.CommandWord;
import java.util.List;
import java.util.stream.Collectors;

/** How a client of the sandbox server is told to start it through {@code wrap}. */
enum WrapClient {
  /** By a command of its own. */
  CLAUDE_CODE {
    @Override
    List<Piece> pieces(String command, String server) {
      return List.of(
          new Piece("claude mcp add sandbox -- ", false),
          new Piece(CommandWord.forShell(command) + " wrap --", true),
          new Piece(" node " + server, false));
    }
  },
  /** By two entries in a file, as most clients have it. */
  JSON {
    @Override
    List<Piece> pieces(String command, String server) {
      return List.of(
          new Piece("\"command\": ", false),
          new Piece(CommandWord.forJson(command), true),
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
   * @param command what starts this app's verbs, a name or a path
   * @param server stands for the path of the server's program
   */
  abstract List<Piece> pieces(String command, String server);

  /** The same as one text. */
  String text(String command, String server) {
    return pieces(command, server).stream().map(Piece::text).collect(Collectors.joining());
  }
}
