package io.github.sandboxcache.domain.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of texts written as a JSON array of strings, as labels and the ledger keep packages. Read
 * strictly: what is anything else, or goes on after it, is no list.
 */
public final class TextList {
  private static final String SHORT_ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private final String json;
  private int next;

  private TextList(String json) {
    this.json = json;
  }

  /** The list as JSON. */
  public static String write(List<String> texts) {
    StringBuilder json = new StringBuilder("[");
    for (String text : texts) {
      json.append(json.length() > 1 ? ",\"" : "\"");
      text.chars().forEach(c -> append((char) c, json));
      json.append('"');
    }
    return json.append(']').toString();
  }

  private static void append(char c, StringBuilder json) {
    int escape = ESCAPED.indexOf(c);
    if (c == '/' || (escape < 0 && c >= ' ')) {
      json.append(c);
    } else if (escape >= 0) {
      json.append('\\').append(SHORT_ESCAPES.charAt(escape));
    } else {
      json.append("\\u%04x".formatted((int) c));
    }
  }

  /** The list that stands there; empty when that is no array of strings. */
  public static Optional<List<String>> parse(String json) {
    try {
      return Optional.of(new TextList(json).list());
    } catch (NotAListException _) {
      return Optional.empty();
    }
  }

  private static final class NotAListException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private List<String> list() throws NotAListException {
    List<String> texts = new ArrayList<>();
    expect(skipBlanks() == '[');
    char after = skipBlanks();
    while (after != ']') {
      expect(after == '"');
      texts.add(text());
      after = skipBlanks();
      if (after == ',') {
        after = skipBlanks();
        expect(after != ']');
      } else {
        expect(after == ']');
      }
    }
    expect(json.substring(next).chars().allMatch(TextList::isBlank));
    return List.copyOf(texts);
  }

  private String text() throws NotAListException {
    StringBuilder text = new StringBuilder();
    for (char c = read(); c != '"'; c = read()) {
      expect(c >= ' ');
      text.append(c == '\\' ? escaped() : c);
    }
    return text.toString();
  }

  private char escaped() throws NotAListException {
    char c = read();
    if (c != 'u') {
      int escape = SHORT_ESCAPES.indexOf(c);
      expect(escape >= 0);
      return ESCAPED.charAt(escape);
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char digit = read();
      expect(digit < 0x80 && Character.digit(digit, 16) >= 0);
      code = code * 16 + Character.digit(digit, 16);
    }
    return (char) code;
  }

  private char skipBlanks() throws NotAListException {
    char c = read();
    while (isBlank(c)) {
      c = read();
    }
    return c;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private char read() throws NotAListException {
    expect(next < json.length());
    return json.charAt(next++);
  }

  private static void expect(boolean legible) throws NotAListException {
    if (!legible) {
      throw new NotAListException();
    }
  }
}
