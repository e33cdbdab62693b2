package io.github.sandboxcache.cli;

/** How a piece of text stands out on a terminal; plain text everywhere else. */
enum Style {
  PLAIN(""),
  HEADING("1"),
  FAINT("2"),
  GOOD("32"),
  CAREFUL("33"),
  BAD("31");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text with this style switched on before and off after it. */
  String on(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
